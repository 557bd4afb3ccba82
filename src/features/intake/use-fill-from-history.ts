import type { UseFormReturn } from 'react-hook-form';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { fillFromEarlier, type IntakeValues } from './intake-values';
import type { PersonHistory } from './use-person-history';

/** Fills the blanks from the person's latest request; the toast takes it back. */
export function useFillFromHistory(
  form: UseFormReturn<IntakeValues>,
  history: PersonHistory | null,
): () => void {
  const t = useMessages();
  const toast = useToast();

  function put({ applicant, superior, certificate }: IntakeValues) {
    form.setValue('applicant', applicant, { shouldDirty: true });
    form.setValue('superior', superior, { shouldDirty: true });
    form.setValue('certificate', certificate, { shouldDirty: true });
  }

  return () => {
    if (history?.earlier == null) return;
    const before = structuredClone(form.getValues());
    const choseKind = form.getFieldState('applicant.personnel').isDirty;
    put(fillFromEarlier(before, history.earlier.data, choseKind));
    toast({
      text: t('intake.history.filled', { number: history.earlier.row.registerNumber }),
      action: {
        label: t('ui.undo'),
        run: () => {
          put(before);
        },
      },
    });
  };
}
