import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { OfficeProfile } from '../../domain/office/office-event';
import { useLocale } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { arrivalOf } from './arrival-time';
import type { DraftSaver } from '../shared/draft-saver';
import { problemText, type FormProblem } from './field-problems';
import { intakeValuesSchema, type IntakeValues } from './intake-values';

/** The form with the shape (zod) and the domain's rules behind it. */
export function useRuledForm(
  initial: IntakeValues,
  problemsOf: (values: IntakeValues) => readonly FormProblem[],
): UseFormReturn<IntakeValues> {
  const locale = useLocale();
  return useForm<IntakeValues>({
    defaultValues: initial,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    resolver: (typed, formContext, options) => {
      const ruled = intakeValuesSchema.superRefine((values, context) => {
        for (const problem of problemsOf(values)) {
          if (problem.severity === 'warning') continue;
          context.addIssue({
            code: 'custom',
            path: problem.field.split('.'),
            message: problemText(locale, problem),
          });
        }
      });
      return zodResolver(ruled)(typed, formContext, options);
    },
  });
}

/** Hands every change to the draft; the first one also fixes when the person came. */
export function useKeeping(
  form: UseFormReturn<IntakeValues>,
  saver: DraftSaver<IntakeValues>,
  sources: {
    readonly kind: 'intake' | 'correction';
    readonly initial: IntakeValues;
    readonly keptAt: string | null;
    readonly office: OfficeProfile;
  },
): void {
  const { kind, initial, keptAt, office } = sources;
  const { now } = useLoket();
  const known = useRef(JSON.stringify(initial));
  const isFresh = useRef(kind === 'intake' && keptAt === null);
  const change = useEffectEvent((values: IntakeValues) => {
    const text = JSON.stringify(values);
    if (text === known.current) return;
    known.current = text;
    saver.change(structuredClone(values));
    if (!isFresh.current) return;
    isFresh.current = false;
    // The form may have stood open since morning: the person came when typing began.
    if (JSON.stringify(values.arrival) === JSON.stringify(initial.arrival)) {
      form.setValue('arrival', arrivalOf(now(), office.timeZone));
    }
  });
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          change(values);
        },
      }),
    [form],
  );
}
