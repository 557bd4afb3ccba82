import { describe, expect, test } from 'vitest';
import { chartApprover } from '../../src/documents/chart-content';
import { renderLetter } from '../../src/documents/render-letter';
import { officeSignature } from '../../src/documents/report-frame';
import type { LetterText } from '../../src/domain/letters/letter-content';
import type { LetterSources } from '../../src/domain/letters/letter-data';
import {
  actingOn,
  holderOn,
  signerOn,
  type Acting,
  type ActingKind,
} from '../../src/domain/office/acting';
import { officeProfileSchema } from '../../src/domain/office/office-event';
import { signersFor } from '../../src/features/signing/signers';
import { furtherMandate, withActing } from '../helpers/letter-cases';
import { finalOptions, readFonts, sampleSources, wordedLetter } from '../helpers/letters';
import {
  createDesk,
  file,
  openWindow,
  profile,
  recordRequest,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { readRequest } from '../helpers/request-steps';

const head = {
  name: 'Contoh Kepala',
  nip: '197001011995011001',
  rank: 'Pembina Utama Muda, IV/c',
  position: 'Kepala Dinas',
};

function acting(kind: ActingKind, change: Partial<Acting> = {}): Acting {
  return {
    kind,
    name: 'Contoh Wakil',
    nip: '198003032005011003',
    rank: 'Penata, III/c',
    position: 'Sekretaris',
    through: '',
    from: null,
    until: null,
    ...change,
  };
}

function words(text: LetterText | null | undefined): string {
  return (text ?? []).map((run) => run.text).join('');
}

/** The signature of the office's head on a letter of that office. */
function signed(sources: LetterSources) {
  const [signature] = wordedLetter('shortage-notice', sources).signatures;
  if (!signature) throw new Error('no signature');
  return {
    position: words(signature.position),
    name: words(signature.name),
    details: signature.details.map(words),
  };
}

describe('who signs', () => {
  test.each([
    ['plt', 'Plt. Kepala Dinas\nSekretaris'],
    ['plh', 'Plh. Kepala Dinas\nSekretaris'],
    ['an', 'a.n. Kepala Dinas\nSekretaris'],
  ] as const)('%s', (kind, position) => {
    const official = { ...head, acting: acting(kind) };
    expect(signerOn(official, '2026-03-02', '')).toEqual({
      name: 'Contoh Wakil',
      nip: '198003032005011003',
      rank: 'Penata, III/c',
      position,
    });
  });

  test('Plt. without a position of his own has one line', () => {
    const official = { ...head, acting: acting('plt', { position: '' }) };
    expect(signerOn(official, '2026-03-02', '').position).toBe('Plt. Kepala Dinas');
  });

  test('u.b. names the one between, with its comma, and the mark on a line of its own', () => {
    const change = { through: 'Sekretaris', position: 'Kepala Bidang Persandian' };
    const official = { ...head, acting: acting('ub', change) };
    expect(signerOn(official, '2026-03-02', '').position.split('\n')).toEqual([
      'a.n. Kepala Dinas',
      'Sekretaris,',
      'u.b.',
      'Kepala Bidang Persandian',
    ]);
  });

  test('a position the settings lack stands as the role does', () => {
    const official = { ...head, position: '', acting: acting('an') };
    expect(signerOn(official, '2026-03-02', 'Kepala Dinas X').position).toMatch(
      /^a\.n\. Kepala Dinas X\n/,
    );
  });
});

describe('the days', () => {
  const official = { ...head, acting: acting('plt', { from: '2026-03-02', until: '2026-03-31' }) };

  test.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('%s', (day, acts) => {
    expect(actingOn(official, day) !== null).toBe(acts);
    expect(signerOn(official, day, '').name).toBe(acts ? 'Contoh Wakil' : 'Contoh Kepala');
    expect(holderOn(official, day).position).toBe(acts ? 'Plt. Kepala Dinas' : 'Kepala Dinas');
  });

  test('an open end is open', () => {
    const open = { ...head, acting: acting('plt', { from: '2026-03-02' }) };
    expect(actingOn(open, '2099-01-01')).not.toBeNull();
    expect(actingOn(open, '2026-03-01')).toBeNull();
  });
});

describe('on a letter', () => {
  test('without anybody acting the official signs as before', () => {
    expect(signed(sampleSources)).toEqual({
      position: 'Kepala Dinas Komunikasi dan Informatika,',
      name: 'Contoh Kepala, S.T., M.Si.',
      details: ['Pembina Utama Muda, IV/c', 'NIP 19700101 199501 1 001'],
    });
  });

  test('name, rank and NIP are the signer’s, whichever placeholder the template has', () => {
    for (const key of ['shortage-notice', 'disposition-sheet']) {
      const sources = withActing(furtherMandate);
      const [signature] = wordedLetter(key, sources).signatures;
      expect(words(signature?.position)).toBe(
        'a.n. Kepala Dinas Komunikasi dan Informatika\nSekretaris,\nu.b.\nKepala Bidang Persandian dan Keamanan Informasi,',
      );
      expect(words(signature?.name)).toBe('Contoh Wakil, S.Kom., M.T.');
      expect(signature?.details.map(words)).toEqual([
        'Penata Tingkat I, III/d',
        'NIP 19800303 200501 1 003',
      ]);
    }
  });

  test('a signer without rank and NIP does not get those of the official', () => {
    const sources = withActing(acting('an', { nip: null, rank: null }));
    expect(signed(sources).details).toEqual([]);
  });

  test('letters still go to the head himself where somebody only signs for him', () => {
    const addressee = (kind: ActingKind) => {
      const letter = wordedLetter('revocation-application', withActing(acting(kind)));
      return letter.shape === 'korespondensi' ? words(letter.addressee.lines[0]) : '';
    };
    expect(addressee('an')).toBe('Kepala Dinas Komunikasi dan Informatika');
    expect(addressee('plt')).toBe('Plt. Kepala Dinas Komunikasi dan Informatika');
  });

  test('the day is the letter’s own, for a draft the day it is made', () => {
    const until = acting('plt', { until: '2026-03-02' });
    const on = (letterDate: string | null, madeOn: string) =>
      signed({ ...withActing(until), letterDate, madeOn }).name;
    expect(on('2026-03-02', '2026-05-01')).toBe('Contoh Wakil');
    expect(on('2026-03-03', '2026-03-01')).toBe('Contoh Kepala, S.T., M.Si.');
    expect(on(null, '2026-03-02')).toBe('Contoh Wakil');
    expect(on(null, '2026-03-03')).toBe('Contoh Kepala, S.T., M.Si.');
  });

  test('the chain of a disposition sheet begins with who holds the place', () => {
    const from = (kind: ActingKind) => {
      const sheet = wordedLetter('disposition-sheet', withActing(acting(kind)));
      return sheet.shape === 'disposition' ? words(sheet.chain.rows[0]?.[0]) : '';
    };
    expect(from('plh')).toBe('Plh. Kepala Dinas Komunikasi dan Informatika');
    expect(from('an')).toBe('Kepala Dinas Komunikasi dan Informatika');
  });

  test('reports are signed by who acts on their day', () => {
    const official = {
      ...head,
      actor: 'office-head',
      acting: acting('an', { until: '2026-03-02' }),
    };
    const office = { ...profile, officials: [official] };
    const on = (at: string) => words(officeSignature(office, at).position);
    expect(on('2026-03-02T02:00:00Z')).toBe('a.n. Kepala Dinas\nSekretaris,');
    expect(on('2026-03-03T02:00:00Z')).toBe('Kepala Dinas,');
  });

  test('the longest form still has room to sign on one page', async () => {
    const content = wordedLetter('shortage-notice', withActing(furtherMandate));
    const made = await renderLetter(content, { fonts: readFonts() }, finalOptions);
    expect(made.ok).toBe(true);
  });
});

test('an office of an earlier version has nobody acting, and signs by hand', () => {
  const { signing: _signing, unit: _unit, ...before } = { ...profile, unit: 'x' };
  const official = { ...head, actor: 'office-head' };
  const parsed = officeProfileSchema.parse({ ...before, officials: [official] });
  expect(parsed.officials).toEqual([official]);
  expect(parsed.signing).toEqual({ letters: [], footer: 'long', logo: null });
  expect(parsed.unit).toBeUndefined();
});

test('an SOP is approved by who signs for the head, in the position the SOP gives', () => {
  const official = { actor: 'office-head', ...head, acting: acting('plt', { position: '' }) };
  const of = { approvedBy: 'Kepala Dinas Contoh' };
  expect(chartApprover(of, [official], '2026-03-02')).toMatchObject({
    name: 'Contoh Wakil',
    nip: '198003032005011003',
    position: 'Plt. Kepala Dinas Contoh',
  });
  const himself = { ...official, acting: null };
  expect(chartApprover({ approvedBy: null }, [himself], '2026-03-02')).toMatchObject(head);
  expect(chartApprover(of, [], '2026-03-02')).toBeNull();
});

test('a letter is signed electronically by the one its signature block names', async () => {
  const store = await openWindow(createDesk());
  await setUpOffice(store);
  const { state } = await readRequest(store, await recordRequest(store));
  const official = { actor: 'office-head', ...head, acting: acting('an', { from: '2026-03-02' }) };
  const office = { ...profile, officials: [official] };
  const signerOf = (date: string) => {
    const id = '01930000-0000-7000-8000-00000000bb01';
    const of = { status: 'issued', id, letter: 'shortage-notice', number: '1', date } as const;
    const letter = { ...of, file: file(1), place: null, versions: [], superseded: false };
    return signersFor(letter, { state, sop, office, clerk: staff.name });
  };
  expect(signerOf('2026-03-02')).toMatchObject([
    { name: 'Contoh Wakil', position: 'a.n. Kepala Dinas\nSekretaris' },
  ]);
  expect(signerOf('2026-03-01')).toMatchObject([{ name: head.name, position: head.position }]);
});
