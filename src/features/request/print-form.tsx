import { useState, type SyntheticEvent } from 'react';
import { MOST_COPIES, type Printer } from '../../contract/printing';
import { Select } from '../../ui/forms/select';
import { TextArea, TextField } from '../../ui/forms/text-field';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { letterTitle } from '../shared/sop-words';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { isPrintedAgain, printsOf, type PrintBundle } from './print-letters';
import styles from './request.module.css';
import { firstPrinter, type PrinterList } from './use-printers';
import type { PrintChoice } from './use-print-task';

export const printFormId = 'print-letters';

/** Value of the choice that is no printer: no printer's name is empty. */
const SYSTEM = '';
const SHORTEST_REASON = 5;

export interface PrintFormProps {
  readonly bundles: readonly PrintBundle[];
  readonly list: PrinterList;
  /** What was chosen at an earlier try. */
  readonly before: PrintChoice | null;
  readonly onSend: (choice: PrintChoice) => void;
}

/** Where to, how many, and why again where it was printed before. Enter prints. */
export function PrintForm({ bundles, list, before, onSend }: PrintFormProps) {
  const t = useMessages();
  const [printer, setPrinter] = useState(
    () => (before === null ? firstPrinter(list) : before.printer) ?? SYSTEM,
  );
  const [copies, setCopies] = useState(() => String(before?.copies ?? 1));
  const [reason, setReason] = useState(before?.reason ?? '');
  const [tried, setTried] = useState(false);
  const isAgain = isPrintedAgain(bundles);
  const count = countOf(copies);
  const reasonMissing = isAgain && reason.trim().length < SHORTEST_REASON;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (count === null || reasonMissing) {
      document.getElementById(`${printFormId}-${count === null ? 'copies' : 'reason'}`)?.focus();
      return;
    }
    onSend({
      printer: printer === SYSTEM ? null : printer,
      copies: count,
      reason: isAgain ? reason.trim() : null,
    });
  };
  return (
    <form id={printFormId} className={styles.complete} onSubmit={submit} noValidate>
      <LetterNames bundles={bundles} />
      {isAgain && <PrintedBefore bundles={bundles} />}
      <PrinterField list={list} value={printer} onPick={setPrinter} />
      <CopiesField
        value={copies}
        isWrong={tried && count === null}
        isSystem={printer === SYSTEM}
        onValueChange={setCopies}
      />
      {isAgain && (
        <TextArea
          id={`${printFormId}-reason`}
          label={t('print.reason')}
          rows={2}
          error={tried && reasonMissing ? t('print.reasonMissing') : undefined}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) submit(event);
          }}
        />
      )}
    </form>
  );
}

interface CopiesFieldProps {
  readonly value: string;
  readonly isWrong: boolean;
  /** The system's dialog has a number of its own. */
  readonly isSystem: boolean;
  readonly onValueChange: (typed: string) => void;
}

function CopiesField({ value, isWrong, isSystem, onValueChange }: CopiesFieldProps) {
  const t = useMessages();
  return (
    <TextField
      id={`${printFormId}-copies`}
      type="number"
      inputMode="numeric"
      min={1}
      max={MOST_COPIES}
      label={t('print.copies')}
      hint={isSystem ? t('print.copiesSystem') : t('print.copiesHint')}
      error={isWrong ? t('print.copiesWrong') : undefined}
      value={value}
      onChange={(event) => {
        onValueChange(event.target.value);
      }}
    />
  );
}

/** Whole copies as typed; null for anything that cannot be printed. */
function countOf(typed: string): number | null {
  const count = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return count >= 1 && count <= MOST_COPIES ? count : null;
}

/** What the job holds, where it is more than one letter. */
function LetterNames({ bundles }: Pick<PrintFormProps, 'bundles'>) {
  const lines = bundles.flatMap(({ letters }) => letters);
  if (lines.length < 2) return null;
  return (
    <ul className={styles.bullets}>
      {lines.map(({ id, letter, number }) => (
        <li key={id}>
          {letterTitle(letter)} · {number}
        </li>
      ))}
    </ul>
  );
}

function PrintedBefore({ bundles }: Pick<PrintFormProps, 'bundles'>) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const [before] = bundles.flatMap(({ request, letters }) =>
    letters.flatMap(({ id }) => printsOf(request, id) ?? []),
  );
  if (before === undefined) return null;
  const when = formatTimeOrDay(before.last.at, now, context);
  return (
    <p>
      {t('print.again', { count: before.count, when })} {t('print.againCopy')}
    </p>
  );
}

interface PrinterFieldProps {
  readonly list: PrinterList;
  readonly value: string;
  readonly onPick: (name: string) => void;
}

function PrinterField({ list, value, onPick }: PrinterFieldProps) {
  const t = useMessages();
  const nameOf = ({ name, isDefault, isAccepting, isStopped }: Printer): string => {
    if (!isAccepting) return t('print.shut', { name });
    if (isStopped) return t('print.stopped', { name });
    return isDefault ? t('print.default', { name }) : name;
  };
  return (
    <Select
      id={`${printFormId}-printer`}
      label={t('print.printer')}
      note={list.printers.length === 0 ? t(`print.service.${list.service}`) : undefined}
      placeholder={null}
      choices={[
        ...list.printers.map((printer) => ({ value: printer.name, label: nameOf(printer) })),
        { value: SYSTEM, label: t('print.system') },
      ]}
      value={value}
      onChange={(event) => {
        onPick(event.target.value);
      }}
    />
  );
}
