import { Search } from 'lucide-react';
import { useState } from 'react';
import { succeed } from '../../contract/result';
import { guarded } from '../../store/guarded';
import { Button } from '../../ui/controls/button';
import { DataTable, type Column } from '../../ui/data/data-table';
import { Section } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { formatCount } from '../../ui/format/numbers';
import { TextField } from '../../ui/forms/text-field';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useTrail } from '../shared/use-trail';
import { findPeople, type FoundPerson } from './gather-person';
import styles from './rights.module.css';

/** What a search found: `failed` where the register could not be read. */
type Found =
  | { readonly kind: 'people'; readonly people: readonly FoundPerson[]; readonly more: boolean }
  | { readonly kind: 'failed' };

interface FindPersonProps {
  readonly chosen: string | null;
  readonly onChoose: (person: FoundPerson | null) => void;
}

/** A search that is asked for by a button: it is noted, and nothing is looked up while typing. */
export function FindPerson({ chosen, onChoose }: FindPersonProps) {
  const t = useMessages();
  const [typed, setTyped] = useState('');
  const { found, search } = useFinding();
  return (
    <Section title={t('rights.find')} description={t('rights.find.text')}>
      <form
        className={styles.find}
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(null);
          void search(typed.trim());
        }}
      >
        <TextField
          name="rights.person"
          width="long"
          label={t('rights.find.label')}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
        />
        <Button type="submit" icon={Search} variant="primary" data-action="find-person">
          {t('rights.find.button')}
        </Button>
      </form>
      <Hits found={found} chosen={chosen} onChoose={onChoose} />
    </Section>
  );
}

function useFinding() {
  const { store } = useLoket();
  const { seen } = useTrail();
  const [found, setFound] = useState<Found | null>(null);
  return {
    found,
    search: async (text: string): Promise<void> => {
      if (text === '') return;
      const hits = await guarded(async () => succeed(await findPeople(store, text)));
      setFound(hits.ok ? { kind: 'people', ...hits.value } : { kind: 'failed' });
      if (!hits.ok) return;
      const details = { text, hits: hits.value.people.length };
      void seen({ action: 'search', subject: null, details });
    },
  };
}

function Hits({ found, chosen, onChoose }: FindPersonProps & { readonly found: Found | null }) {
  const t = useMessages();
  const columns = usePersonColumns();
  if (found === null) return null;
  if (found.kind === 'failed') return <Banner tone="bad" title={t('rights.find.failed')} />;
  if (found.people.length === 0) return <p role="status">{t('rights.find.none')}</p>;
  return (
    <>
      <DataTable
        label={t('rights.person.list')}
        columns={columns}
        rows={found.people}
        rowKey={({ nik }) => nik}
        selectedKey={chosen}
        onOpen={onChoose}
      />
      {found.more && <p className={styles.faint}>{t('rights.find.more')}</p>}
    </>
  );
}

/** The last four digits tell people of one name apart; nobody needs more of a NIK here. */
function usePersonColumns(): readonly Column<FoundPerson>[] {
  const t = useMessages();
  const locale = useLocale();
  return [
    {
      key: 'name',
      header: t('rights.person.column.name'),
      width: 'fill',
      cell: ({ name }) => name,
    },
    {
      key: 'nik',
      header: t('rights.person.column.nik'),
      width: 'medium',
      cell: ({ nik }) => nik.slice(-4),
    },
    {
      key: 'unit',
      header: t('rights.person.column.unit'),
      width: 'wide',
      secondary: true,
      cell: ({ unit }) => unit,
    },
    {
      key: 'requests',
      header: t('rights.person.column.requests'),
      width: 'date',
      numeric: true,
      cell: ({ requests }) => formatCount(requests, locale),
    },
  ];
}
