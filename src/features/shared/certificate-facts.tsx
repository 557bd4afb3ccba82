import type { RecordedFacts } from '../../domain/request/certificate-record';
import { KeyValueList } from '../../ui/data/key-value-list';
import { formatDate } from '../../ui/format/date-time';
import { groupSerial, maskNiksIn } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { validityLeftText } from './certificate-words';
import { useNow, useTimeContext } from './use-time-context';

/** What a certificate says, each number to be copied as services want it. */
export function CertificateFactList({ facts }: { readonly facts: RecordedFacts }) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const now = useNow();
  const from = formatDate(facts.notBefore, context);
  const to = formatDate(facts.notAfter, context);
  return (
    <KeyValueList
      entries={[
        {
          key: 'subject',
          label: t('certificate.label.subjectDn'),
          value: maskNiksIn(facts.subjectDn),
          copyText: facts.subjectDn,
        },
        { key: 'issuer', label: t('certificate.label.issuer'), value: facts.issuerDn },
        {
          key: 'serial-hex',
          label: t('certificate.label.serialHex'),
          value: groupSerial(facts.serialHex),
          copyText: facts.serialHex,
        },
        {
          key: 'serial-decimal',
          label: t('certificate.label.serialDecimal'),
          value: facts.serialDecimal,
          copyText: facts.serialDecimal,
        },
        {
          key: 'validity',
          label: t('certificate.label.validity'),
          value: t('certificate.validity', { from, to }),
        },
        {
          key: 'left',
          label: t('certificate.label.left'),
          value: validityLeftText(facts, now, locale),
        },
        {
          key: 'fingerprint',
          label: t('certificate.label.fingerprint'),
          value: groupSerial(facts.fingerprint),
          copyText: facts.fingerprint,
        },
      ]}
    />
  );
}
