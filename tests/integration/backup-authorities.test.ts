import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { applyRestoreOrder } from '../../electron/services/backup/restore-order';
import { createPkiService } from '../../electron/services/pki';
import { createPublicLine } from '../../electron/services/pki/public-line';
import { BackupOffice, filesBelow } from '../helpers/backup-office';
import { inThisThread } from '../helpers/pki/in-this-thread';
import { FictitiousCa } from '../helpers/pki/fictitious-ca';
import { sha256Of } from '../helpers/pki/signing-desk';

const ca = new FictitiousCa();
afterAll(() => {
  ca.remove();
});

let office: BackupOffice;
beforeEach(async () => {
  office = await BackupOffice.open();
  await office.record(2);
});
afterEach(() => office.close());

const log = () => undefined;

/** The service that trusts, over the office's data folder. */
function pki() {
  const line = createPublicLine({ connectMs: 1000, totalMs: 1000 });
  const folder = join(office.dataFolder, 'pki');
  return createPkiService({ folder, line, now: office.now, log, checker: inThisThread });
}

async function trust(der: Uint8Array<ArrayBuffer>): Promise<void> {
  const input = { bytes: der, fingerprint: sha256Of(der), acceptDifferences: false };
  const answer = await pki().importAuthority(input);
  if (!answer.ok || answer.value.outcome !== 'imported') throw new Error(JSON.stringify(answer));
}

async function trusted(): Promise<readonly string[]> {
  const answer = await pki().authorities({});
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value.authorities.flatMap(({ imported }) =>
    imported === null ? [] : [imported.commonName ?? ''],
  );
}

async function start(): Promise<void> {
  await office.backup.close();
  await office.journal.close();
  await applyRestoreOrder({ dataFolder: office.dataFolder, now: office.now, log });
  office.journal = office.openJournal();
  office.backup = office.openBackup();
}

test('whom the office trusts comes back on an empty computer, and lists of revoked ones do not', async () => {
  await trust(ca.der(ca.root));
  await trust(ca.der(ca.issuing));
  await office.write('pki/lists/daftar', 'daftar');
  await office.chooseDrive();
  expect(await office.rehearse()).toMatchObject({ kind: 'good' });
  await rm(office.dataFolder, { recursive: true });
  await mkdir(office.dataFolder);
  await start();
  expect(await office.order()).toEqual({ kind: 'ordered' });
  await start();
  expect([...(await trusted())].sort()).toEqual(['CA Contoh DS G1', 'Root CA Contoh']);
  expect(await readdir(join(office.dataFolder, 'pki'))).toEqual(['authorities']);
});

test('a snapshot brings back exactly those it had; what was there is set aside', async () => {
  await trust(ca.der(ca.root));
  await office.chooseDrive();
  const [first] = await office.snapshots();
  await trust(ca.der(ca.issuing));
  expect(await office.order(first)).toEqual({ kind: 'ordered' });
  await start();
  expect(await trusted()).toEqual(['Root CA Contoh']);
  const aside = (await readdir(office.dataFolder)).find((name) => name.startsWith('replaced-'));
  const kept = await filesBelow(join(office.dataFolder, aside ?? '', 'pki'));
  expect(kept.filter((path) => path.endsWith('.crt'))).toHaveLength(2);
});

test('a damaged one on the drive is named, and the rest can be restored without it', async () => {
  await trust(ca.der(ca.root));
  await office.chooseDrive();
  const object = sha256Of(ca.der(ca.root));
  const path = join(office.drive, 'loket-se-backup', 'objects', object.slice(0, 2), object);
  await writeFile(path, 'rusak');
  expect(await office.rehearse()).toMatchObject({
    kind: 'damaged',
    damaged: [{ path: `pki/authorities/${object}.crt`, problem: 'altered' }],
  });
  expect(await office.order()).toMatchObject({ kind: 'damaged', canLeaveOut: true });
  expect(await office.order(undefined, office.backup, { leaveOut: true })).toMatchObject({
    kind: 'ordered',
  });
  await start();
  expect(await trusted()).toEqual([]);
});
