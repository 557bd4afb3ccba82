import { describe, expect, test } from 'vitest';
import { sopProblemCodes } from '../../src/domain/sop/check-sop';
import { beginHistory, changed, redone, undone } from '../../src/features/shared/sheet-history';
import {
  editorProblems,
  fieldIdsOf,
  sectionOf,
  type EditorProblem,
} from '../../src/features/sop/editor/editor-problems';
import { fieldProblemText, problemText } from '../../src/features/sop/editor/problem-words';
import { SopEditor, type Sheet } from '../../src/features/sop/editor/sop-editor';
import { presetOf } from '../helpers/all-sops';

const tapin = presetOf('tapin-2025-revocation');
const start: Sheet = { sop: tapin, follows: null, unreadTimes: {} };
const titled = (sheet: Sheet, title: string): Sheet => ({
  ...sheet,
  sop: { ...sheet.sop, identity: { ...sheet.sop.identity, title } },
});
const titleOf = (sheet: Sheet) => sheet.sop.identity.title;

describe('taking back', () => {
  test('one visit of a field is one step back, another visit another', () => {
    let history = beginHistory(start);
    history = changed(history, titled(start, 'S'), 'typing-1');
    history = changed(history, titled(start, 'SOP'), 'typing-1');
    history = changed(history, titled(start, 'SOP baru'), 'typing-2');
    expect(titleOf(undone(history).present)).toBe('SOP');
    expect(undone(undone(history)).present).toEqual(start);
  });

  test('typing on after an undo does not swallow what was undone to', () => {
    let history = changed(beginHistory(start), titled(start, 'Satu'), 'typing-1');
    history = changed(history, titled(start, 'Dua'), null);
    history = changed(undone(history), titled(start, 'Tiga'), 'typing-1');
    expect(titleOf(undone(history).present)).toBe('Satu');
  });

  test('what was undone can be made again, until something else is changed', () => {
    const history = changed(beginHistory(start), titled(start, 'Satu'), null);
    expect(redone(undone(history)).present).toEqual(history.present);
    const other = changed(undone(history), titled(start, 'Dua'), null);
    expect(redone(other).present).toEqual(other.present);
  });

  test('a change that changes nothing is no step back, and there is no step before the first', () => {
    const history = changed(beginHistory(start), titled(start, titleOf(start)), null);
    expect(history.past).toEqual([]);
    expect(undone(history)).toEqual(history);
  });
});

describe('the sheet behind the page', () => {
  function editorOf() {
    const kept: string[] = [];
    return { kept, editor: new SopEditor(start, (sheet) => kept.push(titleOf(sheet))) };
  }

  test('once published, a late "Urungkan" does not bring the draft to life again', () => {
    const { kept, editor } = editorOf();
    const before = editor.history().present;
    editor.change((sop) => ({ ...sop, actors: [] }));
    editor.end();
    const published = editor.history().present;
    editor.backTo(before);
    editor.undo();
    expect(editor.history().present).toBe(published);
    expect(kept).toHaveLength(1);
  });

  test('words typed a moment ago count before another change, and are kept', () => {
    const { kept, editor } = editorOf();
    let waiting: string | null = 'Judul';
    editor.addTyped(() => {
      const title = waiting;
      waiting = null;
      if (title !== null) editor.type((sheet) => titled(sheet, title), 'typing-1');
    });
    editor.change((sop) => ({ ...sop, notices: [] }));
    expect(kept).toEqual(['Judul', 'Judul']);
    editor.undo();
    expect(titleOf(editor.history().present)).toBe('Judul');
    expect(editor.history().present.sop.notices).toEqual(tapin.notices);
  });

  test('every change is handed on to be kept, also one taken back', () => {
    const { kept, editor } = editorOf();
    editor.type((sheet) => titled(sheet, 'Judul'), null);
    editor.undo();
    editor.undo();
    expect(kept).toEqual(['Judul', titleOf(start)]);
  });

  test('a removal is taken back by its own notice, also when more was changed since', () => {
    const { editor } = editorOf();
    editor.type((sheet) => titled(sheet, 'Satu'), null);
    const before = editor.history().present;
    editor.type((sheet) => titled(sheet, 'Dua'), null);
    editor.type((sheet) => titled(sheet, 'Tiga'), null);
    editor.backTo(before);
    expect(titleOf(editor.history().present)).toBe('Satu');
    editor.redo();
    editor.redo();
    expect(titleOf(editor.history().present)).toBe('Tiga');
    editor.undo();
    editor.undo();
    editor.undo();
    editor.backTo(before);
    expect(editor.history().present).toBe(start);
  });

  test('who listens is told, and no longer after leaving', () => {
    const { editor } = editorOf();
    let told = 0;
    const leave = editor.subscribe(() => (told += 1));
    editor.type((sheet) => titled(sheet, 'Satu'), null);
    leave();
    editor.type((sheet) => titled(sheet, 'Dua'), null);
    expect(told).toBe(1);
  });
});

describe('problems and their places', () => {
  const context = { letters: ['revocation-reason-statement'] };

  test('an amount that is none keeps an SOP from being published, and is not called missing', () => {
    const sop = {
      ...tapin,
      steps: tapin.steps.map((step, index) =>
        index === 1 ? { ...step, standardTime: null } : step,
      ),
    };
    const [first] = sop.steps.slice(1);
    const found = editorProblems(
      { ...start, sop, unreadTimes: { [first?.key ?? '']: 'setengah' } },
      context,
    );
    expect(found).toMatchObject([
      { severity: 'error', code: 'unread-time', params: { number: 2, text: 'setengah' } },
    ]);
  });

  test('an amount typed at a step that is gone is forgotten', () => {
    expect(editorProblems({ ...start, unreadTimes: { gone: 'x' } }, context)).toEqual([]);
  });

  test('errors come before warnings', () => {
    const sop = { ...tapin, reasons: [], identity: { ...tapin.identity, number: '' } };
    const found = editorProblems({ ...start, sop }, context);
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });

  test.each([
    ['identity.number', 'identity', 'identity.number'],
    ['id', 'identity', 'id'],
    ['notices', 'identity', 'notices'],
    ['actors.2', 'actors', 'actors.2.label'],
    ['documents.0.broughtBy', 'documents', 'documents.0.broughtBy'],
    ['steps.3', 'steps', 'steps.3.activity'],
    ['steps.3.requires.0.onlyForReasons', 'steps', 'steps.3.requires.0.onlyForReasons'],
    ['steps.3.standardTime.amount', 'steps', 'steps.3.standardTime'],
  ])('%s is found in %s', (path, section, id) => {
    expect(sectionOf(path)).toBe(section);
    expect(fieldIdsOf(path)).toContain(id);
    if (path.includes('.')) expect(fieldIdsOf(path).at(-1)).not.toBe(id);
  });

  const params = { number: 3, key: 'k', label: 'L', text: 'x', asks: 4, makes: 5, target: 1 };
  const all = [...sopProblemCodes, 'unread-time'] as const;
  test.each(all)('%s is a whole sentence in both languages', (code) => {
    for (const path of ['identity.number', 'steps.2.activity', 'documents.0', 'reasons']) {
      const problem = { severity: 'error', code, path, params } as EditorProblem;
      for (const locale of ['id', 'en'] as const) {
        const text = problemText(problem, locale);
        expect(text).not.toMatch(/[{}]/);
        expect(text).toMatch(/\.$/);
        expect(text).not.toContain('sopEditor');
      }
    }
  });

  test('beside its field a sentence does not say again where it is', () => {
    const problem = {
      severity: 'error',
      code: 'blank',
      path: 'steps.2.activity',
      params: {},
    } as const;
    expect(problemText(problem, 'id')).toBe('Langkah 3: Kegiatan masih kosong. Isi lebih dahulu.');
    expect(fieldProblemText(problem, 'id')).toBe('Kegiatan masih kosong. Isi lebih dahulu.');
  });
});
