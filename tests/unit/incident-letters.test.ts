import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { incidentLetter, type IncidentLetter } from '../../src/documents/incident-letters';
import { DEFAULT_PAPER } from '../../src/domain/letters/letter-paper';
import { renderLetter } from '../../src/documents/render-letter';
import { profile } from '../helpers/memory-fixtures';
import { readFonts } from '../helpers/letters';

const folder = mkdtempSync(join(tmpdir(), 'loket-incident-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fonts = readFonts();

const letter: IncidentLetter = {
  letterId: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
  to: 'agency',
  profile,
  facts: {
    knownAt: '2026-03-02T01:30:00.000Z',
    title: 'Berkas salah kirim',
    occurred: 'antara 1 dan 2 Maret 2026',
    how: 'Berkas permohonan terkirim ke alamat surel yang salah dan sempat dibuka',
    kinds: ['identity', 'contact'],
    otherKinds: '',
    affected: { kind: 'all' },
    count: 12,
    measures: 'Berkas ditarik, penerima diminta menghapus, alamat diperbaiki',
  },
  kinds: ['Nama dan NIK', 'Surel dan nomor ponsel'],
  addressee: 'Lembaga Contoh Pelindungan Data\nJalan Contoh 2\ndi Jakarta',
  number: '',
  madeAt: '2026-03-02T03:00:00.000Z',
};

async function textOf(asked: IncidentLetter): Promise<string> {
  const options = { paper: DEFAULT_PAPER, final: true, createdAt: asked.madeAt, logo: null };
  const made = await renderLetter(incidentLetter(asked), { fonts }, options);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const path = join(folder, `${asked.to}.pdf`);
  writeFileSync(path, made.value);
  return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}

test('both notices hold what article 46 names: which data, when and how, the handling', async () => {
  for (const to of ['agency', 'persons'] as const) {
    const text = await textOf({ ...letter, to });
    for (const words of [
      'Pasal 46',
      'Nama dan NIK; Surel dan nomor ponsel.',
      'Antara 1 dan 2 Maret 2026.',
      'terkirim ke alamat surel yang salah',
      'Berkas ditarik',
      '2 Maret 2026 pukul 08.30 WIB',
      'Lembaga Contoh Pelindungan Data',
    ]) {
      expect(text, to).toContain(words);
    }
  }
});

test('the agency is told how many, the person where to ask; a number that is not given is a line', async () => {
  const agency = await textOf(letter);
  expect(agency).toContain('12 orang');
  expect(agency).toContain('Nomor : ………');
  const person = await textOf({ ...letter, to: 'persons', number: '000.6/12/Diskominfo/2026' });
  expect(person).toContain(`telepon ${profile.phone}`);
  expect(person).toContain('000.6/12/Diskominfo/2026');
  expect(person).not.toContain('12 orang');
});

test('what nobody knows yet is said so', async () => {
  const facts = { ...letter.facts, count: null, affected: { kind: 'unknown' } as const };
  const text = await textOf({ ...letter, facts });
  expect(text).toContain(': Belum diketahui.');
  expect(text).toContain('masih ditelusuri');
  const person = await textOf({ ...letter, to: 'persons', facts });
  expect(person).toContain('masih menelusuri apakah data Saudara');
});
