import { FilePen, PenLine, Printer, Stamp } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { RequestFile } from '../../domain/request/request-file';
import type { Letter, RequestState } from '../../domain/request/request-state';
import { classNames } from '../../ui/class-names';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatDate, formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { letterTitle } from '../shared/sop-words';
import { LetterSignatures } from '../signing/letter-signatures';
import { lettersToSign } from '../signing/letters-to-sign';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { useMay, usePermission } from '../shared/use-permission';
import { letterRows, type LetterRow } from './letter-rows';
import { lettersToIssue } from './next-action';
import type { OpenRequest } from './open-request';
import styles from './request.module.css';
import { lettersToPrint, printsOf } from './print-letters';
import { StoredFileView } from './stored-file-view';
import type { RequestWork } from './use-request-work';

export interface LettersPanelProps {
  readonly open: OpenRequest;
  readonly work: RequestWork;
  /** The letter in the preview. */
  readonly shown: Letter | null;
  readonly onShow: (id: string) => void;
  /** Asks before numbers are taken. */
  readonly onIssue: (letters: readonly string[]) => void;
  /** Asks how final letters are printed, by their ids. */
  readonly onPrint: (ids: readonly string[]) => void;
  /** Asks who signs a final letter, by its id. */
  readonly onSign: (id: string) => void;
  /** Asks who signs all of them at once. */
  readonly onSignAll: () => void;
}

/** The letters the SOP names and those beside them: draft, final, preview of the stored bytes. */
export function LettersPanel(props: LettersPanelProps) {
  const { open, work, shown, onIssue, onPrint } = props;
  const t = useMessages();
  const { sop, state, events } = open;
  const waiting = lettersToIssue(sop, state);
  const { asked, offered } = letterRows(sop, state, events);
  const [version, setVersion] = useState<string | null>(null);
  const older =
    shown?.status === 'issued'
      ? shown.versions.find(({ file }) => file.sha256 === version)?.file
      : undefined;
  const signing = { version: older?.sha256 ?? shown?.file.sha256 ?? null, setVersion };
  return (
    <div className={styles.columns}>
      <Stack>
        <Section
          title={t('request.letters')}
          flush
          actions={
            <>
              {waiting.length > 1 && (
                <IssueAll letters={waiting} busy={work.busy !== null} onIssue={onIssue} />
              )}
              <PrintAll state={state} busy={work.busy !== null} onPrint={onPrint} />
              <SignAll state={state} onSignAll={props.onSignAll} />
            </>
          }
        >
          {asked.length === 0 && (
            <p className={styles.letterLine}>{t('request.letters.noneAsked')}</p>
          )}
          <LetterLines {...props} {...signing} rows={asked} waiting={waiting} />
        </Section>
        {offered.length > 0 && (
          <Section
            title={t('request.letters.others')}
            description={t('request.letters.othersText')}
            flush
          >
            <LetterLines {...props} {...signing} rows={offered} waiting={waiting} />
          </Section>
        )}
      </Stack>
      <Preview {...{ shown, state, onPrint }} file={older ?? shown?.file ?? null} />
    </div>
  );
}

interface PreviewProps extends Pick<LettersPanelProps, 'shown' | 'onPrint'> {
  readonly state: RequestState;
  /** The version to be seen: the latest unless another was chosen. */
  readonly file: RequestFile | null;
}

function Preview({ shown, file, state, onPrint }: PreviewProps) {
  const t = useMessages();
  const recordsPrints = useMay('confirm-print').may;
  return (
    <div className={styles.preview}>
      {shown === null || file === null ? (
        <EmptyState text={t('request.letters.noPreview')} />
      ) : (
        <StoredFileView
          file={file}
          label={previewLabel(shown, t('request.letters.draft'))}
          saveAs={`${state.registerNumber}-${shown.letter}`}
          of={{ requestId: state.id, letter: shown.letter }}
          onPrint={
            shown.status === 'issued' && recordsPrints ? () => onPrint([shown.id]) : undefined
          }
        />
      )}
    </div>
  );
}

interface LetterLinesProps extends LettersPanelProps {
  readonly rows: readonly LetterRow[];
  /** Letters the open step asks for. */
  readonly waiting: readonly string[];
  /** SHA-256 of the version in the preview. */
  readonly version: string | null;
  readonly setVersion: (sha256: string) => void;
}

function LetterLines(props: LetterLinesProps) {
  const { rows, waiting, open, work, shown, onShow, onIssue, onSign, version, setVersion } = props;
  return (
    <ul className={styles.lines}>
      {rows.map((row) => (
        <LetterLine
          key={row.letter}
          row={row}
          open={open}
          version={version}
          onVersion={(id, sha256) => {
            onShow(id);
            setVersion(sha256);
          }}
          onSign={onSign}
          due={waiting.includes(row.letter)}
          shownId={shown?.id ?? null}
          ended={open.state.status !== 'open'}
          busy={work.busy !== null}
          onShow={onShow}
          onDraft={() => {
            void work.draft(row.letter);
          }}
          onIssue={() => {
            onIssue([row.letter]);
          }}
        />
      ))}
    </ul>
  );
}

function IssueAll(props: {
  readonly letters: readonly string[];
  readonly busy: boolean;
  readonly onIssue: LettersPanelProps['onIssue'];
}) {
  const t = useMessages();
  const { letters, busy, onIssue } = props;
  const { why } = useMay('issue-letter');
  return (
    <Button
      size="small"
      icon={Stamp}
      data-issue-all
      blocked={why}
      busy={busy}
      onClick={() => {
        onIssue(letters);
      }}
    >
      {t('request.letters.all', { count: letters.length })}
    </Button>
  );
}

/** Everything final that never came out of the printer, as one job with one question. */
function PrintAll(props: {
  readonly state: RequestState;
  readonly busy: boolean;
  readonly onPrint: LettersPanelProps['onPrint'];
}) {
  const t = useMessages();
  const { state, busy, onPrint } = props;
  const { why } = useMay('confirm-print');
  const letters = lettersToPrint(state);
  if (letters.length < 2) return null;
  return (
    <Button
      size="small"
      icon={Printer}
      data-print-all
      blocked={why}
      busy={busy}
      onClick={() => {
        onPrint(letters.map(({ id }) => id));
      }}
    >
      {t('print.all', { count: letters.length })}
    </Button>
  );
}

/** All final letters one person has to sign, one request for each in turn. */
function SignAll(props: {
  readonly state: RequestState;
  readonly onSignAll: LettersPanelProps['onSignAll'];
}) {
  const t = useMessages();
  const { office } = useLoket();
  const { why } = useMay('begin-signing');
  const hasService = (office.profile?.esign?.server ?? null) !== null;
  const letters = lettersToSign(props.state);
  if (!hasService || letters.length < 2) return null;
  return (
    <Button size="small" icon={PenLine} data-sign-all blocked={why} onClick={props.onSignAll}>
      {t('signing.all', { count: letters.length })}
    </Button>
  );
}

function previewLabel(letter: Letter, draft: string): string {
  const title = letterTitle(letter.letter);
  return `${title} · ${letter.status === 'issued' ? letter.number : draft}`;
}

interface LetterLineProps {
  readonly row: LetterRow;
  readonly open: OpenRequest;
  readonly version: string | null;
  readonly onVersion: (id: string, sha256: string) => void;
  readonly onSign: (id: string) => void;
  /** The open step asks for it. */
  readonly due: boolean;
  readonly shownId: string | null;
  readonly ended: boolean;
  readonly busy: boolean;
  readonly onShow: (id: string) => void;
  readonly onDraft: () => void;
  readonly onIssue: () => void;
}

function LetterLine(props: LetterLineProps) {
  const { row } = props;
  const t = useMessages();
  return (
    <li className={styles.letterLine}>
      <div className={styles.documentFirst}>
        <span className={styles.strong}>{letterTitle(row.letter)}</span>
        <LetterState row={row} />
        {row.step !== null && (
          <span className={styles.faint}>{t('request.letters.step', { number: row.step })}</span>
        )}
      </div>
      <LetterVersions {...props} />
      {row.outdated && <p className={styles.missingWord}>{t('request.letters.outdated')}</p>}
      {!row.installed && <p className={styles.missingWord}>{t('request.letters.notInstalled')}</p>}
      {!props.ended && row.installed && <LetterButtons {...props} />}
    </li>
  );
}

/** A letter not final yet is drafted and issued; a final one is only issued anew. */
function LetterButtons({ row, due, busy, onDraft, onIssue }: LetterLineProps) {
  const t = useMessages();
  const first = row.issued.length === 0;
  const may = usePermission();
  return (
    <div className={styles.buttons}>
      {(first || row.outdated) && (
        <Button
          size="small"
          icon={FilePen}
          busy={busy}
          data-draft={row.letter}
          blocked={may('draft-letter').why}
          onClick={onDraft}
        >
          {row.draft === null ? t('request.letters.makeDraft') : t('request.letters.redraft')}
        </Button>
      )}
      <Button
        size="small"
        variant={first && due ? 'primary' : first || row.outdated ? 'quiet' : 'plain'}
        icon={Stamp}
        busy={busy}
        data-issue={row.letter}
        blocked={may('issue-letter').why}
        onClick={onIssue}
      >
        {first ? t('request.letters.issue') : t('request.letters.reissue')}
      </Button>
    </div>
  );
}

function LetterState({ row }: { readonly row: LetterRow }) {
  const t = useMessages();
  if (row.issued.length > 0) return <StatusBadge tone="good" label={t('request.letters.final')} />;
  return row.draft === null ? (
    <StatusBadge tone="neutral" label={t('request.letters.none')} />
  ) : (
    <StatusBadge tone="warn" label={t('request.letters.draft')} />
  );
}

/** Every version there is, the latest final one first; each opens in the preview. */
function LetterVersions(props: LetterLineProps) {
  const { row, open, shownId, version, onShow, onVersion, onSign } = props;
  const t = useMessages();
  const context = useTimeContext();
  const versions: readonly Letter[] = [...row.issued, ...(row.draft === null ? [] : [row.draft])];
  return (
    <>
      {versions.map((letter) => (
        <Fragment key={letter.id}>
          <button
            type="button"
            className={classNames(styles.version, letter.id === shownId && styles.shown)}
            aria-pressed={letter.id === shownId}
            data-version={letter.status === 'issued' ? row.letter : undefined}
            onClick={() => {
              onShow(letter.id);
            }}
          >
            {letter.status === 'issued'
              ? t('request.letters.version', {
                  number: letter.number,
                  date: formatDate(letter.date, context),
                })
              : t('request.letters.draftVersion')}
          </button>
          <PrintedLine request={open.state} letterId={letter.id} />
          {letter.status === 'issued' && (
            <LetterSignatures
              open={open}
              letter={letter}
              shown={letter.id === shownId ? version : null}
              onShow={(sha256) => {
                onVersion(letter.id, sha256);
              }}
              onSign={() => {
                onSign(letter.id);
              }}
            />
          )}
        </Fragment>
      ))}
    </>
  );
}

/** How often a letter came out of the printer, and when last. */
function PrintedLine(props: { readonly request: RequestState; readonly letterId: string }) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const printed = printsOf(props.request, props.letterId);
  if (printed === null) return null;
  const when = formatTimeOrDay(printed.last.at, now, context);
  return (
    <span className={styles.faint} data-printed={printed.count}>
      {t('print.times', { count: printed.count, when })}
    </span>
  );
}
