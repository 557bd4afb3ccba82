import { useLayoutEffect, useRef, useState } from 'react';
import type { SheetEditor } from './sheet-editor';

/** Milliseconds after the last key until the text counts: with the draft, within a second. */
const DELAY_MS = 300;

export interface TypedText {
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onBlur: () => void;
}

let sessions = 0;

/** Takes a text over. `isDone`: the field or the page is left, or something else is changed. */
export type TakeText = (text: string, typing: string, isDone: boolean) => void;

/**
 * The text of a field that is its own while it is typed, so that a key never waits for the
 * whole sheet, and is taken over when typing pauses, the field or the page is left, or
 * anything else is changed. `typing` names one visit of the field, which is undone as a whole.
 */
export function useTypedText(
  editor: Pick<SheetEditor<unknown>, 'addTyped'>,
  value: string,
  take: TakeText,
): TypedText {
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const session = useRef('');
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });

  const [hands] = useState(() => ({
    pause: () => {
      if (waiting.current !== null) latest.current(waiting.current, session.current, false);
    },
    done: () => {
      window.clearTimeout(timer.current);
      const text = waiting.current;
      waiting.current = null;
      if (text !== null) latest.current(text, session.current, true);
    },
  }));
  // Removed before the page's own effects, so that leaving it keeps the last words too.
  useLayoutEffect(() => {
    const remove = editor.addTyped(hands.done);
    return () => {
      hands.done();
      remove();
    };
  }, [editor, hands]);

  return {
    value: typed ?? value,
    onType: (text) => {
      if (typed === null) {
        sessions += 1;
        session.current = `typing-${String(sessions)}`;
      }
      setTyped(text);
      waiting.current = text;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(hands.pause, DELAY_MS);
    },
    onBlur: () => {
      hands.done();
      setTyped(null);
    },
  };
}
