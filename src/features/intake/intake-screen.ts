import { createContext, useContext } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { TimeZone } from '../../domain/office/office-event';
import type { PublishedNotice } from '../../domain/privacy/notice';
import type { RequestState } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import type { FieldWords } from '../../ui/forms/form-field';
import type { DraftState } from '../shared/draft-saver';
import type { FieldPath } from './form-fields';
import type { IntakeValues } from './intake-values';
import type { PersonHistory } from './use-person-history';
import type { SavingFailure } from './use-saving';

/** What a field says about itself besides label and hint. */
export type EntryWords = Pick<FieldWords, 'error' | 'warning' | 'note'>;

/** Everything the parts of the form share. */
export interface IntakeScreen {
  readonly kind: 'intake' | 'correction';
  /** Also the id of the request that an intake will become. */
  readonly draftId: string;
  readonly form: UseFormReturn<IntakeValues>;
  readonly values: IntakeValues;
  readonly sops: readonly Sop[];
  readonly sop: Sop | null;
  readonly timeZone: TimeZone;
  /** Calendar year at the office now. */
  readonly yearNow: number;
  readonly draft: DraftState;
  readonly history: PersonHistory | null;
  /** Open requests the clerk decided to record a new one beside; null while undecided. */
  readonly besides: readonly string[] | null;
  readonly decideBesides: (ids: readonly string[] | null) => void;
  /** Fills blank fields from the earlier request, with a way back. */
  readonly fillFromHistory: () => void;
  /**
   * Error, warning or note of a field as it should be shown now. The note tells the facts; the
   * first, which repeats the entry, makes room when there is something cleaned to tell.
   */
  readonly wordsOf: (path: FieldPath, facts?: readonly string[]) => EntryWords;
  /** Cleans what a field holds (when it is left). */
  readonly cleanField: (path: FieldPath) => void;
  /** Takes a paste cleaned; true when it did, so that the plain paste must not happen. */
  readonly pasteInto: (path: FieldPath, input: HTMLInputElement, pasted: string) => boolean;
  /** Lines of the summary above the form; empty before the first attempt to save. */
  readonly summary: readonly { readonly fieldId: string; readonly message: string }[];
  readonly saving: boolean;
  readonly failure: SavingFailure | null;
  readonly save: () => void;
  /** The record being corrected; null in an intake. */
  readonly request: RequestState | null;
  /** The privacy notice in force; null while none was published. */
  readonly notice: PublishedNotice | null;
}

export const IntakeScreenContext = createContext<IntakeScreen | null>(null);

/** The form this part stands in. Throws outside one: a programming error. */
export function useIntakeScreen(): IntakeScreen {
  const screen = useContext(IntakeScreenContext);
  if (screen === null) throw new Error('useIntakeScreen outside IntakeScreenContext');
  return screen;
}
