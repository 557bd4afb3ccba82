import { Plus, Search, X } from 'lucide-react';
import { useState } from 'react';
import { succeed } from '../../contract/result';
import { guarded } from '../../store/guarded';
import type { RegisterRow } from '../../store/store';
import { useLive } from '../../store/use-live';
import { Button } from '../../ui/controls/button';
import { RadioGroup } from '../../ui/forms/radio-group';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useTrail } from '../shared/use-trail';
import type { IncidentFieldsProps } from './incident-fields';
import styles from './incident.module.css';

const HITS = 8;

/** Everybody, those of some requests (searched and added), or not known yet. */
export function AffectedFields({ form, problems }: IncidentFieldsProps) {
  const t = useMessages();
  const { affected, requestIds } = form.values;
  const problem = problems.affected;
  return (
    <>
      <RadioGroup
        name="incident.affected"
        label={t('incident.label.affected')}
        error={problem === undefined ? undefined : t(`incident.problem.${problem}`)}
        value={affected}
        choices={(['all', 'requests', 'unknown'] as const).map((kind) => ({
          value: kind,
          label: t(`incident.affected.${kind}`),
        }))}
        onChange={({ target }) => {
          form.set({ affected: target.value as typeof affected });
        }}
      />
      {affected === 'requests' && (
        <AffectedRequests
          ids={requestIds}
          onChange={(ids) => {
            form.set({ requestIds: [...ids] });
          }}
        />
      )}
    </>
  );
}

interface AffectedRequestsProps {
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

function AffectedRequests({ ids, onChange }: AffectedRequestsProps) {
  const t = useMessages();
  const { hits, search } = useSearch();
  const [typed, setTyped] = useState('');
  return (
    <div className={styles.affected}>
      <ul className={styles.lines} aria-label={t('incident.affected.chosen')}>
        {ids.map((id) => (
          <ChosenRequest
            key={id}
            id={id}
            onRemove={() => {
              onChange(ids.filter((one) => one !== id));
            }}
          />
        ))}
      </ul>
      <div className={styles.find}>
        <TextField
          name="incident.search"
          width="long"
          label={t('incident.affected.search')}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey) return;
            event.preventDefault();
            void search(typed.trim());
          }}
        />
        <Button icon={Search} data-action="find-affected" onClick={() => void search(typed.trim())}>
          {t('rights.find.button')}
        </Button>
      </div>
      {hits?.length === 0 && <p role="status">{t('rights.find.none')}</p>}
      <Hits
        rows={(hits ?? []).filter(({ id }) => !ids.includes(id))}
        onAdd={(id) => {
          onChange([...ids, id]);
        }}
      />
    </div>
  );
}

interface HitsProps {
  readonly rows: readonly RegisterRow[];
  readonly onAdd: (id: string) => void;
}

function Hits({ rows, onAdd }: HitsProps) {
  const t = useMessages();
  return (
    <ul className={styles.lines}>
      {rows.map(({ id, registerNumber, summary }) => (
        <li key={id}>
          <span>
            {registerNumber} · {summary.name}
          </span>
          <Button
            size="small"
            icon={Plus}
            data-action="add-affected"
            onClick={() => {
              onAdd(id);
            }}
          >
            {t('incident.affected.add')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A search of the register that is asked for by a button, and noted. */
function useSearch() {
  const { store } = useLoket();
  const { seen } = useTrail();
  const [hits, setHits] = useState<readonly RegisterRow[] | null>(null);
  return {
    hits,
    search: async (text: string): Promise<void> => {
      if (text === '') return;
      const found = await guarded(async () =>
        succeed(await store.requests.search(text, null, HITS)),
      );
      setHits(found.ok ? found.value.rows : []);
      const details = { text, hits: found.ok ? found.value.rows.length : 0 };
      void seen({ action: 'search', subject: null, details });
    },
  };
}

function ChosenRequest({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const t = useMessages();
  const { store } = useLoket();
  const read = useLive(async () => ({ state: await store.requests.get(id) }), [store, id]);
  const state = read?.state ?? null;
  const words = state === null ? id : `${state.registerNumber} · ${state.data.applicant.name}`;
  return (
    <li data-affected={id}>
      <span>{words}</span>
      <Button size="small" variant="plain" icon={X} onClick={onRemove}>
        {t('incident.affected.remove')}
      </Button>
    </li>
  );
}
