import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { RequestState } from '../../domain/request/request-state';
import { openStep } from '../../domain/sop/progress';
import type { Sop } from '../../domain/sop/sop';
import type { Draft, Store } from '../../store/store';
import { guarded } from '../../store/guarded';
import { ButtonLink } from '../../ui/controls/button';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { succeed } from '../../contract/result';
import { useLoket } from '../shared/loket-context';
import { useSeenRequest } from '../shared/use-trail';
import { DispositionForm } from './disposition-form';
import {
  dispositionValuesSchema,
  sheetActions,
  type DispositionValues,
} from './disposition-values';

/** What the page found when it opened; read once, so that recording does not empty the form. */
interface Read {
  readonly id: string;
  readonly state: RequestState | null;
  readonly kept: KeptValues | null;
}

interface KeptValues {
  readonly draft: Draft;
  readonly values: DispositionValues;
}

/** `/permohonan/:id/disposisi`: what an official wrote on the sheet, recorded. */
export function RecordDispositionPage() {
  const { id = '' } = useParams();
  const { store, staff } = useLoket();
  const owner = staff?.id ?? '';
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let isWanted = true;
    void guarded(async () => succeed(await readSheet(store, id, owner))).then((result) => {
      if (isWanted) setRead(result.ok ? result.value : { id, state: null, kept: null });
    });
    return () => {
      isWanted = false;
    };
  }, [store, id, owner]);
  useSeenRequest(read?.id === id && read.state !== null ? id : null);
  if (read?.id !== id) return null;
  const sop = read.state === null ? undefined : store.sops.find(read.state.sop);
  return <Sheet key={id} id={id} read={read} sop={sop} />;
}

/** The request and what this member of staff typed for its open step and did not record. */
async function readSheet(store: Store, id: string, owner: string): Promise<Read> {
  const state = await store.requests.get(id);
  const drafts = await store.drafts.listOf(owner);
  const kept = drafts.flatMap((draft): readonly KeptValues[] => {
    if (draft.form !== 'disposition' || draft.requestId !== id) return [];
    const parsed = dispositionValuesSchema.safeParse(draft.values);
    return parsed.success && parsed.data.step === state?.step
      ? [{ draft, values: parsed.data }]
      : [];
  });
  const latest = kept.toSorted((one, other) =>
    other.draft.updatedAt.localeCompare(one.draft.updatedAt),
  );
  return { id, state, kept: latest[0] ?? null };
}

function Sheet(props: { readonly id: string; readonly read: Read; readonly sop: Sop | undefined }) {
  const { id, read, sop } = props;
  const { newId, staff, office } = useLoket();
  const [params] = useSearchParams();
  const [draftId, setDraftId] = useState(() => read.kept?.draft.id ?? newId());
  const [fresh, setFresh] = useState(false);
  const { state } = read;
  const open = state === null || sop === undefined ? null : openStep(sop, state);
  if (state === null || sop === undefined || staff === null || open?.step.kind !== 'dispose') {
    return <NotOpen id={id} />;
  }
  const asked = sheetActions.find((action) => action === params.get('aksi')) ?? 'give';
  return (
    <DispositionForm
      key={draftId}
      state={state}
      sop={sop}
      open={open}
      office={office.profile}
      staff={staff}
      draftId={draftId}
      action={asked}
      kept={
        fresh || read.kept === null
          ? null
          : { values: read.kept.values, at: read.kept.draft.updatedAt }
      }
      onFresh={() => {
        setFresh(true);
        setDraftId(newId());
      }}
    />
  );
}

function NotOpen({ id }: { readonly id: string }) {
  const t = useMessages();
  return (
    <Page layout="bare" head={<PageHead title={t('disposition.notOpen')} />}>
      <EmptyState
        text={t('disposition.notOpenText')}
        action={
          <ButtonLink href={`#/permohonan/${id}`} variant="primary">
            {t('disposition.toRequest')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
