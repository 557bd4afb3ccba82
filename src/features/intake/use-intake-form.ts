import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { Author } from '../../domain/event';
import { cleanNik } from '../../domain/identifiers/nik';
import { localDate } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import { currentNotice } from '../../domain/privacy/notice';
import type { RequestState } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import { useLocale } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { findProblems, problemOfField, problemText, type FormProblem } from './field-problems';
import type { IntakeScreen } from './intake-screen';
import type { IntakeValues } from './intake-values';
import { useDraft } from '../shared/use-draft';
import { useEntryCleaning } from './use-entry-cleaning';
import { useFillFromHistory } from './use-fill-from-history';
import { useIntakeSaving } from './use-intake-saving';
import { usePersonHistory } from './use-person-history';
import { useKeeping, useRuledForm } from './use-ruled-form';

export interface IntakeFormSources {
  readonly kind: 'intake' | 'correction';
  readonly draftId: string;
  readonly initial: IntakeValues;
  /** When the draft that is continued was kept; null for a fresh form. RFC 3339 UTC. */
  readonly keptAt: string | null;
  readonly request: RequestState | null;
  readonly office: OfficeProfile;
  readonly staff: Author;
}

/** The whole form: values, rules, draft, history of the person, and saving. */
export function useIntakeForm(sources: IntakeFormSources): IntakeScreen {
  const { kind, draftId, office, request } = sources;
  const { store, now } = useLoket();
  const notice = currentNotice(useLoket().office.notices);
  const sops = store.sops.inUse();
  const sopOf = (id: string): Sop | null =>
    (request === null ? store.sops.latest(id) : store.sops.find(request.sop)) ?? null;
  const problemsOf = (typed: IntakeValues) =>
    findProblems(typed, {
      ...{ form: kind, sop: sopOf(typed.sop), office, now: now() },
      ...{ arrivedAt: request?.arrivedAt ?? null, notice },
    });

  const form = useRuledForm(sources.initial, problemsOf);
  const values = useWatch({ control: form.control, compute: (all: IntakeValues) => all });
  const sop = sopOf(values.sop);
  const place = { id: draftId, form: kind, requestId: request?.id ?? null };
  const draft = useDraft<IntakeValues>(place, sources.staff, sources.keptAt);
  useKeeping(form, draft.saver, sources);
  const { nik } = values.applicant;
  const person = usePersonHistory(nik, sop?.service ?? '', request?.id ?? null);
  const fillFromHistory = useFillFromHistory(form, person.history);
  const cleaning = useEntryCleaning(form);
  const decision = useDecision(cleanNik(nik));
  const wordsOf = useWords(form, problemsOf(values), cleaning.noteOf);
  const saving = useIntakeSaving({
    ...sources,
    notice,
    form,
    problemsOf,
    sopOf,
    besides: decision.besides ?? [],
    lookUp: person.lookUp,
    history: person.history,
    saver: draft.saver,
  });

  return {
    kind,
    draftId,
    form,
    values,
    sops,
    sop,
    timeZone: office.timeZone,
    yearNow: localDate(now(), office.timeZone).year,
    draft: draft.state,
    history: person.history,
    besides: decision.besides,
    decideBesides: decision.decide,
    fillFromHistory,
    wordsOf,
    cleanField: cleaning.cleanField,
    pasteInto: cleaning.pasteInto,
    request,
    notice,
    ...saving,
  };
}

interface Decision {
  readonly besides: readonly string[] | null;
  readonly decide: (ids: readonly string[] | null) => void;
}

/** What the clerk decided about duplicates; another NIK asks anew. */
function useDecision(nik: string): Decision {
  const [decided, setDecided] = useState<{ nik: string; ids: readonly string[] } | null>(null);
  return {
    besides: decided?.nik === nik ? decided.ids : null,
    decide: (ids) => {
      setDecided(ids === null ? null : { nik, ids });
    },
  };
}

/** Problems are shown where somebody has been; a blank field only once saving was tried. */
function useWords(
  form: UseFormReturn<IntakeValues>,
  problems: readonly FormProblem[],
  noteOf: (path: FormProblem['field']) => string | undefined,
): IntakeScreen['wordsOf'] {
  const locale = useLocale();
  const { isSubmitted } = form.formState;
  return (path, facts = []) => {
    const cleaned = noteOf(path);
    const note = (cleaned === undefined ? facts : [cleaned, ...facts.slice(1)]).join(' · ');
    const words = { note: note === '' ? undefined : note };
    const problem = problemOfField(problems, path);
    if (problem === undefined) return words;
    const isBlank = form.getValues(path).trim() === '';
    const { isTouched } = form.getFieldState(path, form.formState);
    // A blank field is warned about only because of what was chosen elsewhere: say so at once.
    const isDue = isBlank ? problem.severity === 'warning' : isTouched;
    if (!isSubmitted && !isDue) return words;
    return { ...words, [problem.severity]: problemText(locale, problem) };
  };
}
