import { useState } from 'react';
import type { Author } from '../../domain/event';
import type { CommandFailure, Draft } from '../../store/store';
import type { Result } from '../../contract/result';
import { thrownAsFailure, type ThrownFailure } from './thrown-as-failure';
import { useDraft } from './use-draft';
import { useLoket } from './loket-context';

/** Where a form's draft lies and what stands in the form when it opens. */
export interface PlainFormSources<Values> {
  readonly place: Pick<Draft, 'id' | 'form' | 'requestId'>;
  readonly owner: Author;
  readonly initial: Values;
  /** When the draft that is continued was kept, RFC 3339 UTC; null for a fresh form. */
  readonly keptAt: string | null;
}

export interface PlainForm<Values, Failure = CommandFailure> {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
  readonly saving: boolean;
  readonly failure: Failure | ThrownFailure | null;
  /**
   * Does the work once; the draft goes after it succeeded. Gives back whether it did; what was
   * typed stays where it did not.
   */
  readonly record: <Value>(work: () => Promise<Result<Value, Failure>>) => Promise<boolean>;
}

/** A small form whose values are kept as a draft at every change until they are recorded. */
export function usePlainForm<Values extends object, Failure = CommandFailure>(
  sources: PlainFormSources<Values>,
): PlainForm<Values, Failure> {
  const { place, owner, initial, keptAt } = sources;
  const { store } = useLoket();
  const [values, setValues] = useState(initial);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | ThrownFailure | null>(null);
  const { saver } = useDraft<Values>(place, owner, keptAt);
  return {
    values,
    set: (change) => {
      const next = { ...values, ...change };
      setValues(next);
      saver.change(next);
    },
    saving,
    failure,
    record: async (work) => {
      if (saving) return false;
      setSaving(true);
      setFailure(null);
      const done = await thrownAsFailure(work);
      if (done.ok) {
        await saver.stop();
        await store.drafts.remove(place.id);
      } else {
        setFailure(done.error);
      }
      setSaving(false);
      return done.ok;
    },
  };
}
