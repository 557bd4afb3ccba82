import { useRef, useState } from 'react';
import { fail, succeed, type Result } from '../../contract/result';
import type { TrailFilter } from '../../store/trail-store';
import { useToast } from '../../ui/feedback/toast';
import { formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { letterErrorText } from '../shared/letter-error-text';
import { useLoket } from '../shared/loket-context';
import { saveFile } from '../shared/save-file';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useTrail } from '../shared/use-trail';
import {
  csvOfTrail,
  exportName,
  MOST_ON_PAPER,
  pdfOfTrail,
  type TrailFormat,
} from './export-trail';
import { gatherTrail } from './gather';
import type { FilterValues } from './trail-filter';
import { useTrailSpeech } from './use-trail-speech';

const TYPES = { csv: 'text/csv', pdf: 'application/pdf' } as const;

export interface TrailExporting {
  /** The format a reason is asked for. */
  readonly asked: TrailFormat | null;
  /** Rows gathered so far; null while nothing is under way. */
  readonly gathering: number | null;
  /** Why nothing was saved, in words. */
  readonly failure: string | null;
  readonly ask: (format: TrailFormat) => void;
  readonly confirm: (reason: string) => void;
  readonly close: () => void;
  readonly cancel: () => void;
}

/** Gathers the rows, notes the reason, and only then makes and saves the file. */
export function useTrailExport(filter: TrailFilter, values: FilterValues): TrailExporting {
  const t = useMessages();
  const locale = useLocale();
  const toast = useToast();
  const [asked, setAsked] = useState<TrailFormat | null>(null);
  const [gathering, setGathering] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const cancelling = useRef<AbortController | null>(null);
  const save = useSaving(filter, values, setGathering);

  async function run(format: TrailFormat, reason: string): Promise<void> {
    const cancel = new AbortController();
    cancelling.current = cancel;
    setGathering(0);
    setFailure(null);
    const done = await thrownAsFailure(() => save(format, reason, cancel.signal));
    setGathering(null);
    if (!done.ok) setFailure('text' in done.error ? done.error.text : t('trail.unreadText'));
    else if (done.value !== null) {
      toast({ text: t('trail.export.done', { count: formatCount(done.value, locale) }) });
    }
  }

  return {
    asked,
    gathering,
    failure,
    ask: setAsked,
    confirm: (reason) => {
      if (asked !== null) void run(asked, reason);
      setAsked(null);
    },
    close: () => {
      setAsked(null);
    },
    cancel: () => cancelling.current?.abort(),
  };
}

type Saved = Result<number | null, { readonly kind: 'told'; readonly text: string }>;

/** Answers how many rows were saved; null when it was cancelled or the note refused. */
function useSaving(filter: TrailFilter, values: FilterValues, onCount: (rows: number) => void) {
  const t = useMessages();
  const locale = useLocale();
  const loket = useLoket();
  const { allows } = useTrail();
  const speech = useTrailSpeech('id');
  const { profile } = loket.office;
  return async (format: TrailFormat, reason: string, signal: AbortSignal): Promise<Saved> => {
    if (profile === null) return succeed(null);
    const atLeast = format === 'pdf' ? MOST_ON_PAPER + 1 : Infinity;
    const options = { from: null, atLeast, signal, onCount };
    const { rows } = await gatherTrail(loket.store, filter, options);
    if (signal.aborted) return succeed(null);
    if (format === 'pdf' && rows.length > MOST_ON_PAPER) {
      const most = formatCount(MOST_ON_PAPER, locale);
      return fail({ kind: 'told', text: t('trail.export.tooMany', { most }) });
    }
    const details = { what: `trail-${format}`, hits: rows.length, reason };
    if (!(await allows({ action: 'export', subject: filter.subject, details }))) {
      return succeed(null);
    }
    const asked = { rows, values, reason, profile, speech };
    const made = format === 'csv' ? succeed(csvOfTrail(asked)) : await pdfOfTrail(loket, asked);
    if (!made.ok) return fail({ kind: 'told', text: letterErrorText(locale, made.error) });
    saveFile(made.value, exportName(profile, loket.now(), format), TYPES[format]);
    return succeed(rows.length);
  };
}
