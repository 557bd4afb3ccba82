import { beginHistory, changed, redone, undone, type SheetHistory } from './sheet-history';

/**
 * The sheet behind an editor's page, outside of React: a change counts at once, also while the
 * page is being left, and is handed on to be kept.
 */
export class SheetEditor<Sheet> {
  readonly #onChange: (sheet: Sheet) => void;
  readonly #listeners = new Set<() => void>();
  readonly #typed = new Set<() => void>();
  #history: SheetHistory<Sheet>;
  #hasEnded = false;

  constructor(sheet: Sheet, onChange: (sheet: Sheet) => void) {
    this.#history = beginHistory(sheet);
    this.#onChange = onChange;
  }

  readonly history = (): SheetHistory<Sheet> => this.#history;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** A field whose text is taken over a moment after it was typed. Gives back its removal. */
  addTyped(takeOver: () => void): () => void {
    this.#typed.add(takeOver);
    return () => {
      this.#typed.delete(takeOver);
    };
  }

  /** Takes over what was typed a moment ago. */
  settle(): void {
    for (const takeOver of this.#typed) takeOver();
  }

  /**
   * The sheet was published: nothing changes it any more. A notice that still offers to take a
   * removal back must not bring its draft to life again.
   */
  end(): void {
    this.#hasEnded = true;
  }

  /** A change by typing: what has the same `typing` is undone together. */
  type(edit: (sheet: Sheet) => Sheet, typing: string | null): void {
    this.#set(changed(this.#history, edit(this.#history.present), typing));
  }

  undo(): void {
    this.settle();
    this.#set(undone(this.#history));
  }

  /**
   * Back to an earlier sheet, however much was changed since; all of that can be made again.
   * Nothing where the sheet is not behind the present one any more.
   */
  backTo(sheet: Sheet): void {
    this.settle();
    let history = this.#history;
    if (!history.past.includes(sheet)) return;
    while (history.present !== sheet) history = undone(history);
    this.#set(history);
  }

  redo(): void {
    this.settle();
    this.#set(redone(this.#history));
  }

  #set(history: SheetHistory<Sheet>): void {
    const before = this.#history;
    if (this.#hasEnded) return;
    if (history.present === before.present && history.past.length === before.past.length) return;
    this.#history = history;
    this.#onChange(history.present);
    for (const listener of this.#listeners) listener();
  }
}
