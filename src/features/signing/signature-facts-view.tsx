import type { SignedVersion } from '../../domain/request/signing-event';
import { KeyValueList } from '../../ui/data/key-value-list';
import { Banner } from '../../ui/feedback/banner';
import { formatDateTime } from '../../ui/format/date-time';
import { groupSerial } from '../../ui/format/numbers';
import { useMessages } from '../../ui/messages/use-messages';
import { useTimeContext } from '../shared/use-time-context';

/** Whose certificate signed, when, and how far it can be trusted offline. */
export function SignatureFactsView({
  signature,
  keepsOriginal,
}: Pick<SignedVersion, 'signature' | 'keepsOriginal'>) {
  const t = useMessages();
  const context = useTimeContext();
  const { signer, serialHex, signedAt, isTimestamped, level, trust } = signature;
  const at = signedAt === null ? '' : formatDateTime(signedAt, context);
  return (
    <>
      {!keepsOriginal && <Banner tone="warn" title={t('signing.rewritten')} />}
      <KeyValueList
        entries={[
          { key: 'signer', label: t('signing.fact.signer'), value: signer ?? '' },
          {
            key: 'serial',
            label: t('signing.fact.serial'),
            value: serialHex === null ? '' : groupSerial(serialHex),
            copyText: serialHex ?? undefined,
          },
          {
            key: 'at',
            label: t('signing.fact.at'),
            value: isTimestamped || at === '' ? at : t('signing.fact.claimed', { at }),
          },
          {
            key: 'level',
            label: t('signing.fact.level'),
            // The profile's own name (ETSI EN 319 142-1); other kinds name themselves.
            value: level.startsWith('B-') ? `PAdES ${level}` : level,
          },
          { key: 'trust', label: t('signing.fact.trust'), value: t(`signing.trust.${trust}`) },
        ]}
      />
    </>
  );
}
