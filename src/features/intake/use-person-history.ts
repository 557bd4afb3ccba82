import { useEffect, useState } from 'react';
import { succeed, type Result } from '../../contract/result';
import { cleanNik, readNik } from '../../domain/identifiers/nik';
import type { RequestData } from '../../domain/request/request-data';
import { guarded } from '../../store/guarded';
import type { RegisterRow, Store } from '../../store/store';
import { useLoket } from '../shared/loket-context';
import { useTrail } from '../shared/use-trail';

/** What the register knows of the person with this NIK. */
export interface PersonHistory {
  readonly nik: string;
  readonly service: string;
  /** Open requests of the same NIK and service, which a new one would duplicate. */
  readonly open: readonly RegisterRow[];
  /** The latest other request, from which blanks can be filled. */
  readonly earlier: { readonly row: RegisterRow; readonly data: RequestData } | null;
}

interface AskedPerson {
  readonly nik: string;
  readonly service: string;
  /** The request that is being corrected. */
  readonly exceptId: string | null;
}

/** Asks the register once; a register that does not open (a full disk, say) is the failure. */
function lookUpPerson(store: Store, person: AskedPerson): Promise<Result<PersonHistory>> {
  return guarded(async () => succeed(await readHistory(store, person)));
}

async function readHistory(store: Store, person: AskedPerson): Promise<PersonHistory> {
  const { nik, service, exceptId } = person;
  const isOther = (row: RegisterRow) => row.id !== exceptId && row.summary.nik === nik;
  const [duplicates, found] = await Promise.all([
    store.requests.openDuplicates(nik, service),
    store.requests.search(nik, null, 5),
  ]);
  const row = found.rows.find(isOther);
  const state = row === undefined ? null : await store.requests.get(row.id);
  return {
    nik,
    service,
    open: duplicates.filter(isOther),
    earlier: row === undefined || state === null ? null : { row, data: state.data },
  };
}

export interface PersonLookUp {
  /** Null until the NIK is complete and the register has answered. */
  readonly history: PersonHistory | null;
  /** Asks again, as just before recording; what it finds is shown too. */
  readonly lookUp: (nik: string, service: string) => Promise<Result<PersonHistory>>;
}

/** The history of the typed NIK, looked up as soon as it is complete. */
export function usePersonHistory(
  typedNik: string,
  service: string,
  exceptId: string | null,
): PersonLookUp {
  const { store, now } = useLoket();
  const [history, setHistory] = useState<PersonHistory | null>(null);
  const nik = cleanNik(typedNik);
  const isComplete = readNik(nik, Number(now().slice(0, 4))) !== null;
  useEffect(() => {
    if (!isComplete) return undefined;
    let isWanted = true;
    void lookUpPerson(store, { nik, service, exceptId }).then((answer) => {
      if (isWanted && answer.ok) setHistory(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [store, nik, isComplete, service, exceptId]);

  async function lookUp(ofNik: string, ofService: string): Promise<Result<PersonHistory>> {
    const answer = await lookUpPerson(store, { nik: ofNik, service: ofService, exceptId });
    if (answer.ok) setHistory(answer.value);
    return answer;
  }

  const { seen } = useTrail();
  useEffect(() => {
    const shown = [...(history?.open ?? []), ...(history?.earlier ? [history.earlier.row] : [])];
    for (const id of new Set(shown.map((row) => row.id))) {
      void seen({ action: 'view-history', subject: id });
    }
  }, [seen, history]);

  const isCurrent = isComplete && history?.nik === nik && history.service === service;
  return { history: isCurrent ? history : null, lookUp };
}
