import { useEffect, useState } from 'react';
import { succeed } from '../../contract/result';
import type { Author } from '../../domain/event';
import { guarded } from '../../store/guarded';
import type { Draft } from '../../store/store';
import { useLoket } from './loket-context';

/** What a member of staff typed into a form earlier and did not record. */
export interface KeptValues<Values> {
  readonly draftId: string;
  readonly values: Values;
  /** RFC 3339 UTC. */
  readonly at: string;
}

/** Undefined while drafts are being read; null where there is none, or none can be read. */
export function useKeptValues<Values>(
  owner: Author,
  { form, requestId }: Pick<Draft, 'form' | 'requestId'>,
  parse: (values: unknown) => Values | null,
): KeptValues<Values> | null | undefined {
  const { store } = useLoket();
  const [kept, setKept] = useState<KeptValues<Values> | null>();
  useEffect(() => {
    let left = false;
    void guarded(async () => succeed(await store.drafts.listOf(owner.id))).then((read) => {
      if (left) return;
      const own = (read.ok ? read.value : []).filter(
        (draft) => draft.form === form && draft.requestId === requestId,
      );
      const found = own
        .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))
        .flatMap(({ id, updatedAt, values }) => {
          const parsed = parse(values);
          return parsed === null ? [] : [{ draftId: id, values: parsed, at: updatedAt }];
        });
      setKept(found[0] ?? null);
    });
    return () => {
      left = true;
    };
  }, [store, owner.id, form, requestId, parse]);
  return kept;
}
