import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createReturningFiles } from '../../electron/services/esign/returning-files';
import type { Services } from '../../src/contract';
import type { ReturnFolderLook } from '../../src/contract/returns';
import { verifyDocument } from '../../src/domain/signatures/verify-document';
import { FictitiousCa } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import { material, sha256Of, SigningDesk } from '../helpers/pki/signing-desk';

const ca = new FictitiousCa();
const signing = new SigningDesk();
const root = mkdtempSync(join(tmpdir(), 'loket-returns-'));
const unsigned = await paper();
const signed = (await signing.signed(unsigned, ca.keyFile(ca.issue({ name: 'Contoh Kembali' }))))
  .bytes;

let count = 0;
let folder = '';
let dataFolder = '';
let time = 0;
let examined = 0;
let returns: Services['returns'];

function start(): Services['returns'] {
  return createReturningFiles({
    dataFolder,
    now: () => new Date(time),
    countSignatures: (bytes) => {
      examined += 1;
      const report = verifyDocument(bytes, material());
      const all = report.outcome === 'checked' ? report.signatures.length : 0;
      return Promise.resolve(report.outcome === 'unreadable' ? null : all);
    },
  });
}

beforeEach(async () => {
  count += 1;
  folder = join(root, `kembali-${String(count)}`);
  dataFolder = join(root, `data-${String(count)}`);
  for (const made of [folder, dataFolder]) mkdirSync(made);
  time = Date.now();
  examined = 0;
  returns = start();
  await returns.setFolder({ folder });
});
afterAll(() => {
  ca.remove();
  signing.remove();
  rmSync(root, { recursive: true, force: true });
});

/** A look some milliseconds later. */
async function look(later: number): Promise<Extract<ReturnFolderLook, { outcome: 'looked' }>> {
  time += later;
  const answer = await returns.look({});
  if (!answer.ok || answer.value.outcome !== 'looked') throw new Error(JSON.stringify(answer));
  return answer.value;
}

describe('a file in the watched folder', () => {
  test('is told of once it stood still for two seconds, and read as it was told of', async () => {
    const path = join(folder, 'surat.pdf');
    writeFileSync(path, signed.subarray(0, 1000));
    expect(await look(0)).toMatchObject({ files: [], settling: [expect.any(String)] });
    appendFileSync(path, signed.subarray(1000, 2000));
    expect(await look(3000)).toMatchObject({ files: [], settling: [expect.any(String)] });
    appendFileSync(path, signed.subarray(2000));
    expect(await look(3000)).toMatchObject({ files: [], settling: [expect.any(String)] });
    expect(await look(1999)).toMatchObject({ files: [], settling: [expect.any(String)] });
    expect(examined).toBe(0);
    const sha256 = sha256Of(signed);
    const file = { name: 'surat.pdf', size: signed.length, sha256, finding: 'signed' };
    expect(await look(1)).toMatchObject({ files: [file], settling: [] });
    await look(5000);
    expect(examined).toBe(1);
    const read = await returns.read({ name: 'surat.pdf', sha256 });
    expect(read.ok && read.value.outcome === 'file' && sha256Of(read.value.bytes)).toBe(sha256);
    expect(readdirSync(folder)).toEqual(['surat.pdf']);
  });

  test('that is cut off, no PDF, unsigned, empty or half-written under another name', async () => {
    writeFileSync(join(folder, 'potong.pdf'), signed.subarray(0, signed.length - 900));
    writeFileSync(join(folder, 'bukan.PDF'), 'bukan PDF');
    writeFileSync(join(folder, 'polos.pdf'), unsigned);
    writeFileSync(join(folder, 'kosong.pdf'), '');
    writeFileSync(join(folder, '.surat.pdf.crdownload'), signed);
    writeFileSync(join(folder, '.tersembunyi.pdf'), signed);
    mkdirSync(join(folder, 'folder.pdf'));
    await look(0);
    const { files, settling } = await look(2000);
    expect(Object.fromEntries(files.map(({ name, finding }) => [name, finding]))).toEqual({
      'potong.pdf': expect.stringMatching(/unsigned|unreadable/) as string,
      'bukan.PDF': 'unreadable',
      'polos.pdf': 'unsigned',
    });
    expect(settling).toHaveLength(2);
    // A program that writes beside and renames: whole from its first look on, and yet waited for.
    renameSync(join(folder, '.surat.pdf.crdownload'), join(folder, 'surat.pdf'));
    expect((await look(0)).files.map(({ name }) => name)).not.toContain('surat.pdf');
    const after = await look(2000);
    expect(after.files.find(({ name }) => name === 'surat.pdf')?.finding).toBe('signed');
  });

  test('is not handed out when it changed or went since it was told of, nor from elsewhere', async () => {
    writeFileSync(join(folder, 'surat.pdf'), signed);
    await look(0);
    await look(2000);
    const sha256 = sha256Of(signed);
    writeFileSync(join(folder, 'surat.pdf'), unsigned);
    expect(await returns.read({ name: 'surat.pdf', sha256 })).toMatchObject({
      value: { outcome: 'changed' },
    });
    rmSync(join(folder, 'surat.pdf'));
    expect(await returns.read({ name: 'surat.pdf', sha256 })).toMatchObject({
      value: { outcome: 'gone' },
    });
    writeFileSync(join(dataFolder, 'rahasia.pdf'), signed);
    const outside = `../data-${String(count)}/rahasia.pdf`;
    expect(await returns.read({ name: outside, sha256 })).toMatchObject({
      value: { outcome: 'changed' },
    });
  });
});

describe('the folder', () => {
  test('is none at first, is kept over a restart, and may be taken away', async () => {
    expect(await start().describe({})).toMatchObject({ value: { folder } });
    await returns.setFolder({ folder: null });
    expect(await returns.look({})).toMatchObject({ value: { outcome: 'no-folder' } });
    expect(await start().describe({})).toMatchObject({ value: { folder: null } });
  });

  test('is refused where it cannot be watched, and told of when it went', async () => {
    writeFileSync(join(root, 'berkas'), '');
    mkdirSync(join(dataFolder, 'dalam'));
    const link = join(root, `tautan-${String(count)}`);
    symlinkSync(join(dataFolder, 'dalam'), link);
    const problems = ['kembali', join(root, 'tidak-ada'), join(root, 'berkas'), dataFolder, link];
    const answers = await Promise.all(problems.map((one) => returns.setFolder({ folder: one })));
    expect(
      answers.map((answer) => answer.ok && 'problem' in answer.value && answer.value.problem),
    ).toEqual(['not-absolute', 'missing', 'not-a-folder', 'inside-data', 'inside-data']);
    expect(await returns.describe({})).toMatchObject({ value: { folder } });
    rmSync(folder, { recursive: true });
    expect(await returns.look({})).toMatchObject({ value: { outcome: 'folder-away', folder } });
  });
});
