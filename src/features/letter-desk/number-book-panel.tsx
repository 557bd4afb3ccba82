import { BookmarkPlus, Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { localDate } from '../../domain/numbering/local-date';
import type { OfficeCommand } from '../../domain/office/office-command';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { DataTable } from '../../ui/data/data-table';
import { Section, Stack } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Select } from '../../ui/forms/select';
import { useMessages } from '../../ui/messages/use-messages';
import { CommandFailureBanner } from '../shared/command-failure-banner';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import type { BookLine } from './book-lines';
import styles from './letter-desk.module.css';
import { NumberFate } from './number-fate';
import { SheetPreview } from './sheet-preview';
import { ReserveDialog } from './reserve-dialog';
import { useBookColumns } from './use-book-columns';
import { useNumberBook } from './use-number-book';
import { useSheetPaper } from './use-sheet-paper';

const PAGE = 100;
/** Years that can be looked at before this one. */
const YEARS = 5;

/** The book of outgoing numbers: every number given, and what became of it. */
export function NumberBookPanel({ profile }: { readonly profile: OfficeProfile }) {
  const { now } = useLoket();
  const thisYear = localDate(now(), profile.timeZone).year;
  const [year, setYear] = useState(thisYear);
  const [reserving, setReserving] = useState(false);
  const [chosen, setChosen] = useState<BookLine | undefined>(undefined);
  const command = useNumberCommand();
  const paper = useSheetPaper(profile);
  return (
    <Stack>
      <CommandFailureBanner failure={command.failure} />
      {paper.failure}
      <SheetPreview paper={paper} profile={profile} />
      <BookSection
        key={year}
        year={year}
        onChoose={setChosen}
        actions={
          <>
            <YearChoice year={year} thisYear={thisYear} onPick={setYear} />
            <BookButtons
              busy={paper.busy}
              onPaper={() => void paper.start({ kind: 'number-book', year })}
              onReserve={() => {
                setReserving(true);
              }}
            />
          </>
        }
      />
      {reserving && (
        <ReserveDialog
          profile={profile}
          onClose={() => {
            setReserving(false);
          }}
          onReserve={async (asked) => {
            if (await command.run(asked)) setReserving(false);
          }}
        />
      )}
      <NumberFate
        line={chosen}
        onClose={() => {
          setChosen(undefined);
        }}
        onCommand={async (asked) => {
          setChosen(undefined);
          await command.run(asked);
        }}
      />
    </Stack>
  );
}

interface BookSectionProps {
  readonly year: number;
  readonly actions: ReactNode;
  readonly onChoose: (line: BookLine) => void;
}

/** The numbers of a year, last first; a letter opens its request. */
function BookSection({ year, actions, onChoose }: BookSectionProps) {
  const t = useMessages();
  const navigate = useNavigate();
  const [pages, setPages] = useState(1);
  const book = useNumberBook(year, pages * PAGE);
  const columns = useBookColumns();
  if (book === undefined) return null;
  const open = (line: BookLine) => {
    if (line.kind === 'letter') void navigate(`/permohonan/${line.row.requestId}?bagian=letters`);
    else onChoose(line);
  };
  const more = () => {
    setPages(pages + 1);
  };
  return (
    <Section
      flush
      title={t('letterDesk.book.title')}
      description={t('letterDesk.book.text', { count: book.given, year })}
      actions={actions}
    >
      <div className={styles.table}>
        <DataTable
          label={t('letterDesk.book.title')}
          columns={columns}
          rows={book.lines}
          rowKey={({ key }) => key}
          onOpen={open}
          onMore={book.more ? more : undefined}
          empty={
            <EmptyState title={t('letterDesk.book.empty')} text={t('letterDesk.book.emptyText')} />
          }
        />
      </div>
    </Section>
  );
}

function BookButtons(props: {
  readonly busy: boolean;
  readonly onPaper: () => void;
  readonly onReserve: () => void;
}) {
  const t = useMessages();
  const { why } = useMay('reserve-letter-number');
  return (
    <>
      <Button size="small" icon={Printer} busy={props.busy} onClick={props.onPaper}>
        {t('letterDesk.book.print')}
      </Button>
      <Button
        size="small"
        variant="primary"
        icon={BookmarkPlus}
        blocked={why}
        data-action="reserve-number"
        onClick={props.onReserve}
      >
        {t('letterDesk.book.reserve')}
      </Button>
    </>
  );
}

function YearChoice(props: {
  readonly year: number;
  readonly thisYear: number;
  readonly onPick: (year: number) => void;
}) {
  const t = useMessages();
  const years = Array.from({ length: YEARS + 1 }, (_, index) => String(props.thisYear - index));
  return (
    <div className={styles.year}>
      <Select
        bare
        id="book-year"
        label={t('letterDesk.book.year')}
        placeholder={null}
        choices={years.map((year) => ({ value: year, label: year }))}
        value={String(props.year)}
        onChange={(event) => {
          props.onPick(Number(event.target.value));
        }}
      />
    </div>
  );
}

/** Commands about numbers, in the name of who sits at the desk. */
function useNumberCommand() {
  const { store, staff } = useLoket();
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  return {
    failure,
    run: async (command: OfficeCommand): Promise<boolean> => {
      if (staff === null) return false;
      const done = await store.executeOffice(command, staff);
      setFailure(done.ok ? null : done.error);
      return done.ok;
    },
  };
}
