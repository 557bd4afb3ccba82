import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { letterErrorText } from '../shared/letter-error-text';
import type { PrintProblem } from './print-letters';

/** Why nothing went to the printer, and what helps. */
export function PrintProblemBanner({ problem }: { readonly problem: PrintProblem }) {
  const t = useMessages();
  const locale = useLocale();
  const details = (text: string) => ({ summary: t('ui.showDetails'), text });
  switch (problem.kind) {
    case 'refused': {
      // Given up in the middle: the job may be in the queue after all.
      const isOpen = problem.reason === 'not-answering';
      return (
        <Banner
          tone="bad"
          title={t(`print.refused.${problem.reason}`)}
          details={details(problem.detail)}
        >
          {isOpen ? t('print.refused.look') : t('print.refused.remedy')}
        </Banner>
      );
    }
    case 'letter':
      return (
        <Banner tone="bad" title={t('print.problem.letter')}>
          {letterErrorText(locale, problem.error)}
        </Banner>
      );
    case 'file':
    case 'service': {
      const { kind, detail } = problem.error;
      return (
        <Banner
          tone="bad"
          title={t(`print.problem.${problem.kind}`)}
          details={details(`${kind}: ${detail}`)}
        >
          {t(`print.problem.${problem.kind}Text`)}
        </Banner>
      );
    }
  }
}
