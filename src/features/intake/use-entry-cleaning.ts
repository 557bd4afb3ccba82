import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useMessages } from '../../ui/messages/use-messages';
import { cleanEntry, cleanPaste, type CleanedEntry } from './entry-cleaning';
import type { FieldPath } from './form-fields';
import type { IntakeValues } from './intake-values';

type Notes = Readonly<Partial<Record<FieldPath, CleanedEntry>>>;

export interface EntryCleaningNotes {
  readonly cleanField: (path: FieldPath) => void;
  readonly pasteInto: (path: FieldPath, input: HTMLInputElement, pasted: string) => boolean;
  /** "Spasi dihapus" while the field still holds the cleaned text. */
  readonly noteOf: (path: FieldPath) => string | undefined;
}

/** Cleans fields of the form and remembers what was taken out, so that it stays visible. */
export function useEntryCleaning(form: UseFormReturn<IntakeValues>): EntryCleaningNotes {
  const t = useMessages();
  const [notes, setNotes] = useState<Notes>({});

  function take(path: FieldPath, entry: CleanedEntry) {
    setNotes((known) => ({ ...known, [path]: entry }));
    form.setValue(path, entry.value, { shouldDirty: true, shouldTouch: true });
  }

  return {
    cleanField: (path) => {
      const entry = cleanEntry(path, form.getValues(path));
      if (entry.cleanings.length > 0) take(path, entry);
    },
    pasteInto: (path, input, pasted) => {
      const { value, selectionStart, selectionEnd } = input;
      const start = selectionStart ?? value.length;
      const entry = cleanPaste(path, { value, start, end: selectionEnd ?? start }, pasted);
      // A paste that needs no cleaning stays the browser's own, with its undo.
      if (entry.cleanings.length === 0) return false;
      take(path, entry);
      return true;
    },
    noteOf: (path) => {
      const entry = notes[path];
      if (entry === undefined || entry.value !== form.getValues(path)) return undefined;
      return entry.cleanings.map((cleaning) => t(`intake.cleaned.${cleaning}`)).join(', ');
    },
  };
}
