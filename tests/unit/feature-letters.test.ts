import { describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Services } from '../../src/contract';
import { fail, succeed } from '../../src/contract/result';
import type { LetterRenderer } from '../../src/documents/letters-client';
import type { LetterContent } from '../../src/domain/letters/letter-content';
import type { OfficeCommand } from '../../src/domain/office/office-command';
import { setAt } from '../../src/features/letter-templates/editor/edit-template';
import { inspectPaper } from '../../src/domain/documents/inspect-paper';
import { attachDocument } from '../../src/features/shared/attach-document';
import {
  draftLetter,
  issueLetters,
  letterLacks,
  type LetterDesk,
} from '../../src/features/request/make-letters';
import { queueSubmission } from '../../src/features/request/queue-submission';
import type { Store } from '../../src/store/store';
import {
  createDesk,
  openWindow,
  profile,
  recordCommand,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { templateOf } from '../helpers/letters';
import { readRequest } from '../helpers/request-steps';

type Files = Services['files'];

/** Keeps what it was given; the address tells how many came before. */
function memoryFiles(refuse: 'never' | 'always' = 'never'): {
  readonly files: Pick<Files, 'put' | 'get' | 'missing' | 'removeErased'>;
  readonly kept: Uint8Array[];
} {
  const kept: Uint8Array[] = [];
  return {
    kept,
    files: {
      put: ({ bytes }) => {
        if (refuse === 'always') {
          return Promise.resolve(fail({ kind: 'disk-full', detail: 'ENOSPC' } as const));
        }
        kept.push(bytes);
        const address = kept.length.toString(16).padStart(64, '0');
        return Promise.resolve(succeed({ address, sha256: address, size: bytes.length }));
      },
      get: () => Promise.resolve(fail({ kind: 'not-found', detail: '' } as const)),
      missing: () => Promise.resolve(succeed({ missing: [] })),
      removeErased: () => Promise.resolve(succeed({ removed: 0 })),
    },
  };
}

function renderer(made: string[] = [], worded: LetterContent[] = []): LetterRenderer {
  return {
    render: (content, { final }) => {
      worded.push(content);
      made.push(`${content.title}${final ? '' : ' DRAF'}`);
      return Promise.resolve({ ok: true, value: new TextEncoder().encode(content.title) });
    },
    renderChart: () => Promise.reject(new Error('no chart is asked for')),
    renderReport: () => Promise.reject(new Error('no report is asked for')),
    renderLabels: () => Promise.reject(new Error('no labels are made')),
    forPrinting: () => Promise.reject(new Error('nothing is printed')),
    dispose: () => undefined,
  };
}

async function openDesk(
  options: { readonly refuse?: 'never' | 'always'; readonly store?: (real: Store) => Store } = {},
) {
  const real = await openWindow(createDesk());
  await setUpOffice(real);
  const id = v7();
  const command = recordCommand();
  const data = {
    ...command.data,
    superior: { name: 'Contoh Atasan', nip: null, rank: null, position: 'Camat' },
    certificate: { subjectDn: null, serialNumber: '5f3a9c', notAfter: '2027-01-31' },
  };
  await real.execute(id, { ...command, data }, staff);
  const { files, kept } = memoryFiles(options.refuse);
  const made: string[] = [];
  const worded: LetterContent[] = [];
  const desk: LetterDesk = {
    store: options.store?.(real) ?? real,
    host: { files },
    letters: renderer(made, worded),
    office: profile,
    inspect: (bytes) => Promise.resolve(inspectPaper(bytes)),
    newId: () => v7(),
    now: () => '2026-03-02T03:00:00Z',
    by: staff,
  };
  return { real, id, desk, kept, made, worded };
}

describe('letters', () => {
  it('numbers letters of one book in order and hears of each before it is made', async () => {
    const { real, id, desk } = await openDesk();
    const { state } = await readRequest(real, id);
    const heard: number[] = [];
    const issued = await issueLetters(
      desk,
      sop,
      state,
      ['revocation-application', 'revocation-reason-statement'],
      (made) => heard.push(made),
    );
    expect(issued.ok).toBe(true);
    const after = await readRequest(real, id);
    expect(
      after.state.letters.map((letter) => letter.status === 'issued' && letter.number),
    ).toEqual(['000.6.5.2/1/Diskominfo/2026', '000.6.5.2/2/Diskominfo/2026']);
    expect(heard).toEqual([0, 1]);
  });

  it('gives a disposition sheet the agenda number and no number of the outgoing book', async () => {
    const { real, id, desk } = await openDesk();
    const { state } = await readRequest(real, id);
    await issueLetters(desk, sop, state, ['disposition-sheet']);
    const [sheet] = (await readRequest(real, id)).state.letters;
    expect(sheet).toMatchObject({ status: 'issued', number: state.registerNumber });
    expect(await real.nextOf('letter/outgoing/2026')).toBe(1);
  });

  it('takes the next number and makes the bytes again when another window was faster', async () => {
    let raced = false;
    const { real, id, desk, made } = await openDesk({
      store: (store) => ({
        ...store,
        nextOf: async (counter) => {
          const value = await store.nextOf(counter);
          if (raced) return value;
          raced = true;
          const other = v7();
          await store.execute(other, recordCommand(1), staff);
          await store.execute(
            other,
            {
              command: 'issue-letter',
              letterId: v7(),
              letter: 'revocation-application',
              number: 'lain',
              counter: { name: counter, value },
              date: '2026-03-02',
              file: {
                address: '0'.repeat(64),
                sha256: '0'.repeat(64),
                size: 1,
                mediaType: 'application/pdf',
              },
            },
            staff,
          );
          return value;
        },
        execute: (...given) => store.execute(...given),
      }),
    });
    const { state } = await readRequest(real, id);
    const issued = await issueLetters(desk, sop, state, ['revocation-application']);
    expect(issued.ok).toBe(true);
    const [letter] = (await readRequest(real, id)).state.letters;
    expect(letter).toMatchObject({ number: '000.6.5.2/2/Diskominfo/2026' });
    expect(made).toHaveLength(2);
  });

  it('names no letter whose bytes could not be stored, and uses up no number', async () => {
    const { real, id, desk } = await openDesk({ refuse: 'always' });
    const { state } = await readRequest(real, id);
    const issued = await issueLetters(desk, sop, state, ['revocation-application']);
    expect(issued).toMatchObject({ ok: false, error: { kind: 'file-not-stored' } });
    expect((await readRequest(real, id)).state.letters).toEqual([]);
    expect(await real.nextOf('letter/outgoing/2026')).toBe(1);
  });

  it('turns a draft into its final letter, keeping one letter', async () => {
    const { real, id, desk, made } = await openDesk();
    const { state } = await readRequest(real, id);
    const drafted = await draftLetter(desk, sop, state, 'revocation-application');
    if (!drafted.ok) throw new Error(JSON.stringify(drafted.error));
    await issueLetters(desk, sop, drafted.value.state, ['revocation-application']);
    const { letters } = (await readRequest(real, id)).state;
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ status: 'issued' });
    expect(made[0]).toMatch(/DRAF$/);
  });
});

describe('the text letters are made from', () => {
  const KEY = 'revocation-application';

  it('is the office’s own from the moment it is published, and the letter says which', async () => {
    const { real, id, desk, worded } = await openDesk();
    const { state } = await readRequest(real, id);
    const own = setAt(templateOf(KEY), 'blocks.5.text', 'Kalimat kantor sendiri.');
    const command: OfficeCommand = {
      command: 'publish-letter-template',
      version: 1,
      template: own,
      note: '',
    };
    await real.executeOffice(command, staff);
    await issueLetters(desk, sop, state, [KEY, 'revocation-reason-statement']);
    expect(JSON.stringify(worded[0])).toContain('Kalimat kantor sendiri.');
    const issued = (await readRequest(real, id)).events.filter(
      ({ type }) => type === 'letter-issued',
    );
    expect(issued).toMatchObject([
      { templateVersion: { office: 1, original: templateOf(KEY).version } },
      { templateVersion: { office: null, original: 1 } },
    ]);
  });

  it('tells before any number is taken what each of the letters lacks', async () => {
    const { real, id, desk } = await openDesk();
    const { state } = await readRequest(real, id);
    const poor = { ...desk, office: { ...profile, place: '' } };
    const lacks = (letter: string) => letterLacks(poor, sop, state, letter);
    expect(lacks(KEY)).toEqual([{ code: 'placeholder-empty', placeholder: 'office.place' }]);
    expect(lacks('receipt')).toEqual(
      expect.arrayContaining([
        { code: 'placeholder-empty', placeholder: 'office.place' },
        { code: 'papers-none', of: 'held' },
      ]),
    );
    expect(letterLacks(desk, sop, state, KEY)).toEqual([]);
    expect(lacks('poem')).toEqual([{ code: 'letter-not-installed' }]);
    expect(await real.nextOf('letter/outgoing/2026')).toBe(1);
  });
});

describe('papers and the queue', () => {
  it('refuses a file that only says it is a PDF, and leaves the request as it was', async () => {
    const { real, id, desk, kept } = await openDesk();
    const paper = {
      document: 'police-report',
      name: 'surat.pdf',
      bytes: new TextEncoder().encode('bukan pdf'),
    };
    const attached = await attachDocument(desk, id, paper);
    expect(attached).toMatchObject({
      ok: false,
      error: { kind: 'file-refused', problem: { code: 'file-not-pdf-or-picture' } },
    });
    expect(kept).toHaveLength(0);
    expect((await readRequest(real, id)).state.attachments).toEqual([]);
  });

  it('names no paper that could not be stored', async () => {
    const { real, id, desk } = await openDesk({ refuse: 'always' });
    const bytes = new TextEncoder().encode('%PDF-1.7\n%%EOF');
    const paper = { document: 'police-report', name: 'surat.pdf', bytes };
    const attached = await attachDocument(desk, id, paper);
    expect(attached).toMatchObject({ ok: false, error: { kind: 'file-not-stored' } });
    expect((await readRequest(real, id)).state.attachments).toEqual([]);
  });

  it('wakes the engine only when the submission is recorded', async () => {
    const { real, id } = await openDesk();
    let woken = 0;
    const engine = {
      wake: () => {
        woken += 1;
      },
    };
    const desk = { store: real, engine, newId: () => v7(), by: staff };
    const early = await queueSubmission(desk, id);
    expect(early).toMatchObject({
      ok: false,
      error: { kind: 'refused', refusal: { code: 'submission-too-early' } },
    });
    expect(woken).toBe(0);
  });
});
