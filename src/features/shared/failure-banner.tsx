import type { ServiceError } from '../../contract/result';
import type { CommandFailure } from '../../store/store';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';

/** A failure that is nobody's typing mistake: refusals are told by the form that was refused. */
export type UnrecordedFailure = Exclude<
  CommandFailure,
  { readonly kind: 'refused' } | { readonly kind: 'office-refused' }
>;

type FailureKey =
  | 'disk-full'
  | 'disk-failed'
  | 'journal-moved'
  | 'shell-gone'
  | 'vault-locked'
  | 'not-permitted'
  | 'damaged'
  | 'program'
  | 'recorded-not-shown'
  | 'newer-version-needed'
  | 'not-the-active-window';

const serviceKeys = {
  'disk-full': 'disk-full',
  'disk-failed': 'disk-failed',
  'journal-moved': 'journal-moved',
  'shell-gone': 'shell-gone',
  'vault-locked': 'vault-locked',
  'not-permitted': 'not-permitted',
  damaged: 'damaged',
  'not-found': 'damaged',
  'caller-refused': 'program',
  'input-refused': 'program',
  internal: 'program',
} as const satisfies Readonly<Record<ServiceError['kind'], FailureKey>>;

/** Which sentences tell of a failure, and what stands behind "Rincian". */
export function describeFailure(failure: UnrecordedFailure): {
  readonly title: `failure.${FailureKey}.title`;
  readonly text: `failure.${FailureKey}.text`;
  readonly detail: string | null;
} {
  const key = failure.kind === 'not-recorded' ? serviceKeys[failure.error.kind] : failure.kind;
  const detail =
    failure.kind === 'not-recorded'
      ? `${failure.error.kind}: ${failure.error.detail}`
      : failure.kind === 'recorded-not-shown'
        ? failure.detail
        : null;
  return { title: `failure.${key}.title`, text: `failure.${key}.text`, detail };
}

/** Says why nothing was recorded and what to do; stays until the next attempt. */
export function FailureBanner({ failure }: { readonly failure: UnrecordedFailure }) {
  const t = useMessages();
  const { title, text, detail } = describeFailure(failure);
  const details = detail === null ? undefined : { summary: t('ui.showDetails'), text: detail };
  return (
    <Banner tone="bad" title={t(title)} details={details}>
      {t(text)}
    </Banner>
  );
}
