import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Result } from '../../contract/result';
import type { RequestState } from '../../domain/request/request-state';
import type { Author } from '../../domain/event';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { PublishedNotice } from '../../domain/privacy/notice';
import type { Sop } from '../../domain/sop/sop';
import type { FormErrorEntry } from '../../ui/forms/form-error-summary';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { newWorkRefusal } from '../shared/disk-room';
import type { DraftSaver } from '../shared/draft-saver';
import { useLoket } from '../shared/loket-context';
import { formProblem, problemText, type FormProblem } from './field-problems';
import { formFields } from './form-fields';
import type { IntakeScreen } from './intake-screen';
import { toRequestData, type IntakeValues } from './intake-values';
import type { PersonHistory } from './use-person-history';
import { recordingOf, useSaving } from './use-saving';

/** The id by which the summary and the focus find the decision about a duplicate. */
export const DECISION_ID = 'intake-decision';

const NOTHING: readonly FormErrorEntry[] = [];

export interface SavingSources {
  readonly draftId: string;
  readonly request: RequestState | null;
  readonly office: OfficeProfile;
  readonly notice: PublishedNotice | null;
  readonly staff: Author;
  readonly form: UseFormReturn<IntakeValues>;
  /** What is wrong with values, as of now. */
  readonly problemsOf: (values: IntakeValues) => readonly FormProblem[];
  readonly sopOf: (id: string) => Sop | null;
  /** Open requests the clerk decided to go past. */
  readonly besides: readonly string[];
  readonly lookUp: (nik: string, service: string) => Promise<Result<PersonHistory>>;
  /** What is known of the person whose NIK stands in the form now. */
  readonly history: PersonHistory | null;
  readonly saver: DraftSaver<IntakeValues>;
}

/** Saving: what is wrong goes into the summary and gets the focus; else it is recorded. */
export function useIntakeSaving(
  sources: SavingSources,
): Pick<IntakeScreen, 'summary' | 'saving' | 'failure' | 'save'> {
  const { form, request, saver } = sources;
  const t = useMessages();
  const { host } = useLoket();
  const entriesOf = useEntriesOf();
  const [summary, setSummary] = useState<readonly FormErrorEntry[]>([]);
  const { saving, failure, refuse, record } = useSaving(sources.draftId, sources.staff);
  const isBusy = useRef(false);

  async function recordValid(values: IntakeValues): Promise<void> {
    const sop = sources.sopOf(values.sop);
    if (sop === null) return;
    if (request === null) {
      const low = await newWorkRefusal(host);
      if (low !== null) {
        refuse(low);
        return;
      }
      const found = await sources.lookUp(toRequestData(values).applicant.nik, sop.service);
      if (!found.ok) {
        refuse({ kind: 'not-recorded', error: found.error });
        return;
      }
      const { open } = found.value;
      if (open.some(({ id }) => !sources.besides.includes(id))) {
        setSummary([{ fieldId: DECISION_ID, message: t('intake.problem.duplicate-undecided') }]);
        return;
      }
    }
    const recording = recordingOf(values, { ...sources, sop });
    if (recording === null) return;
    const refused = await record(recording, () => saver.stop());
    setSummary(entriesOf(refused.flatMap(formProblem)));
  }

  async function save(): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await form.handleSubmit(recordValid, () => {
        setSummary(entriesOf(sources.problemsOf(form.getValues())));
      })();
    } finally {
      isBusy.current = false;
    }
  }

  // What asked for the decision is settled once it is taken, or once another NIK is typed.
  const hasQuestion = (sources.history?.open.length ?? 0) > 0 && sources.besides.length === 0;
  const isSettled = !hasQuestion && summary[0]?.fieldId === DECISION_ID;
  return { summary: isSettled ? NOTHING : summary, saving, failure, save: () => void save() };
}

/** One line per field for the summary: errors only, each with the label of its field. */
function useEntriesOf(): (problems: readonly FormProblem[]) => readonly FormErrorEntry[] {
  const t = useMessages();
  const locale = useLocale();
  return (problems) => {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const first = errors.filter(
      ({ field }, index) => errors.findIndex((other) => other.field === field) === index,
    );
    return first.map((problem) => ({
      fieldId: problem.field,
      message: t('intake.problem.labelled', {
        label: t(formFields[problem.field]),
        problem: problemText(locale, problem),
      }),
    }));
  };
}
