import { useState } from 'react';
import { useNavigate } from 'react-router';
import { assertNever } from '../../domain/assert-never';
import type { Author } from '../../domain/event';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { PublishedNotice } from '../../domain/privacy/notice';
import type { FieldProblem } from '../../domain/request/check-request-data';
import { openCorrections } from '../../domain/request/correction-ticket';
import type { RequestCommand } from '../../domain/request/request-command';
import type { RequestState } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import type { CommandFailure } from '../../store/store';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import type { DiskLow } from '../shared/disk-room';
import { useLoket } from '../shared/loket-context';
import { arrivalInstant } from './arrival-time';
import { toRequestData, type IntakeValues } from './intake-values';
import { toPrivacyRecord } from './privacy-values';

/** What a valid form records, and as which request. */
export interface Recording {
  readonly requestId: string;
  readonly command: Extract<RequestCommand, { command: 'record-request' | 'correct-request' }>;
}

interface RecordingSources {
  readonly draftId: string;
  readonly sop: Sop;
  readonly office: OfficeProfile;
  /** The privacy notice in force; null while none was published. */
  readonly notice: PublishedNotice | null;
  readonly besides: readonly string[];
  readonly request: RequestState | null;
}

/**
 * The command of a form without errors. A new request takes the id of its draft: saving the
 * same draft twice, after a crash say, cannot record it twice. Null for an arrival that is
 * no moment.
 */
export function recordingOf(values: IntakeValues, sources: RecordingSources): Recording | null {
  const { draftId, sop, office, notice, besides, request } = sources;
  const data = toRequestData(values);
  if (request !== null) {
    const reason = values.correctionReason.trim();
    // One that was ended meanwhile is not answered twice.
    const open = openCorrections(request).map(({ id }) => id);
    const answers = open.filter((id) => values.answers.includes(id));
    return {
      requestId: request.id,
      command: { command: 'correct-request', data, reason, answers },
    };
  }
  const arrivedAt = arrivalInstant(values.arrival, office.timeZone);
  if (arrivedAt === null) return null;
  return {
    requestId: draftId,
    command: {
      command: 'record-request',
      sop: { id: sop.id, version: sop.version },
      arrivedAt,
      data,
      origin: { kind: 'counter' },
      besides: [...besides],
      privacy: toPrivacyRecord(values, notice),
    },
  };
}

function problemsIn(failure: CommandFailure): readonly FieldProblem[] {
  const isRefusedForFields =
    failure.kind === 'refused' && failure.refusal.code === 'fields-refused';
  return isRefusedForFields ? failure.refusal.problems : [];
}

/** Why nothing was recorded; a new request may also be refused for want of room on the disk. */
export type SavingFailure = CommandFailure | DiskLow;

export interface Saving {
  readonly saving: boolean;
  readonly failure: SavingFailure | null;
  /** Shows why recording was not even tried. */
  readonly refuse: (failure: SavingFailure) => void;
  /**
   * Records, then removes the draft, then goes to the request; a failure leaves all as it
   * is. Gives back the problems of fields it was refused for.
   */
  readonly record: (
    recording: Recording,
    stopDraft: () => Promise<void>,
  ) => Promise<readonly FieldProblem[]>;
}

/** Recording from the form: the draft goes only after the record is stored. */
export function useSaving(draftId: string, by: Author): Saving {
  const t = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const { store } = useLoket();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<SavingFailure | null>(null);

  /** What is in the journal is recorded: that it failed to come in once more is no news. */
  function fail(next: SavingFailure): void {
    setFailure((known) =>
      known?.kind === 'recorded-not-shown' && next.kind === 'not-recorded' ? known : next,
    );
  }

  async function record(
    recording: Recording,
    stopDraft: () => Promise<void>,
  ): Promise<readonly FieldProblem[]> {
    setSaving(true);
    const { requestId, command } = recording;
    const result = await store.execute(requestId, command, by);
    if (!result.ok) {
      setSaving(false);
      fail(result.error);
      return problemsIn(result.error);
    }
    await stopDraft();
    await store.drafts.remove(draftId);
    const number = result.value.state.registerNumber;
    toast({ text: doneText(command.command, number) });
    await navigate(`/permohonan/${requestId}`);
    return [];
  }

  function doneText(command: Recording['command']['command'], number: string): string {
    switch (command) {
      case 'record-request':
        return t('intake.recorded', { number });
      case 'correct-request':
        return t('intake.corrected', { number });
      default:
        return assertNever(command);
    }
  }

  return { saving, failure, refuse: fail, record };
}
