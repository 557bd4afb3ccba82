import type { Sop } from '../../domain/sop/sop';
import type { CommandFailure } from '../../store/store';
import { useLocale } from '../../ui/messages/use-messages';
import { problemWords } from '../request/problem-words';
import { ToldFailureBanner } from './told-failure-banner';

interface CommandFailureBannerProps {
  readonly failure: CommandFailure | null;
  /** Whose steps a refusal may name; left out where no step is concerned. */
  readonly sop?: Sop;
}

/** Why nothing was recorded, for any command; what was typed stays. */
export function CommandFailureBanner({ failure, sop }: CommandFailureBannerProps) {
  const locale = useLocale();
  if (failure === null) return null;
  return <ToldFailureBanner kind={failure.kind} words={problemWords(failure, { locale, sop })} />;
}
