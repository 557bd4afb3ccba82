import { useState } from 'react';
import type { CertificateFacts, ImportOutcome } from '../../contract/pki';
import type { ServiceError } from '../../contract/result';
import { authorityOf, differencesFromKnown } from '../../domain/pki/authorities';
import { readCertificate } from '../../domain/pki/certificate';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';
import { Button } from '../../ui/controls/button';
import { ButtonRow } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useToast } from '../../ui/feedback/toast';
import { FileDrop } from '../../ui/forms/file-drop';
import { Checkbox } from '../../ui/forms/radio-group';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { CertificateFactList } from '../shared/certificate-facts';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { LARGEST_CHECKED, readChosen } from '../shared/thrown-as-failure';
import { useMay } from '../shared/use-permission';
import styles from './authorities.module.css';
import type { Authorities } from './use-authorities';

interface AuthorityImportProps {
  readonly trust: Authorities['trust'];
}

type Reading =
  | { readonly kind: 'nothing' | 'none' }
  | { readonly kind: 'failed'; readonly error: ServiceError }
  | { readonly kind: 'read'; readonly facts: CertificateFacts };

/** Reads one certificate and has its fingerprint compared before the office trusts it. */
export function AuthorityImport({ trust }: AuthorityImportProps) {
  const t = useMessages();
  const { host } = useLoket();
  const { may } = useMay('manage-authorities');
  const [reading, setReading] = useState<Reading>({ kind: 'nothing' });

  async function read(file: File): Promise<Reading> {
    const bytes = file.size > LARGEST_CHECKED ? null : await readChosen(file);
    if (bytes === null || bytes.length === 0) return { kind: 'none' };
    const answer = await host.pki.readCertificates({ bytes, passphrase: null });
    if (!answer.ok) return { kind: 'failed', error: answer.error };
    const facts =
      answer.value.outcome === 'certificates' ? answer.value.certificates[0] : undefined;
    return facts === undefined ? { kind: 'none' } : { kind: 'read', facts };
  }

  if (!may) return null;
  return (
    <div className={styles.candidate}>
      <FileDrop
        id="authority-file"
        label={t('authority.import')}
        hint={t('authority.importHint')}
        accept=".crt,.cer,.der,.pem"
        onFiles={([file]) => {
          if (file !== undefined) void read(file).then(setReading);
        }}
      />
      {reading.kind === 'none' && (
        <Banner tone="warn" title={t('authority.none')}>
          {t('authority.noneText')}
        </Banner>
      )}
      {reading.kind === 'failed' && (
        <FailureBanner failure={{ kind: 'not-recorded', error: reading.error }} />
      )}
      {reading.kind === 'read' && (
        <Candidate
          key={reading.facts.fingerprint}
          facts={reading.facts}
          trust={trust}
          onDone={() => {
            setReading({ kind: 'nothing' });
          }}
        />
      )}
    </div>
  );
}

/** What is known of the authority whose name a certificate bears, and where they differ. */
function comparedWithKnown({ der }: CertificateFacts): {
  readonly isKnown: boolean;
  readonly fields: readonly string[];
} {
  const read = readCertificate(der);
  const known = read.ok ? authorityOf(read.value) : null;
  if (!read.ok || known === null) return { isKnown: false, fields: [] };
  return { isKnown: true, fields: differencesFromKnown(read.value, known) };
}

interface CandidateProps extends AuthorityImportProps {
  readonly facts: CertificateFacts;
  readonly onDone: () => void;
}

/** Both ticks, what was tried, and what became of it. */
function useImportForm({ facts, trust, onDone }: CandidateProps, differs: boolean) {
  const t = useMessages();
  const toast = useToast();
  const [isConfirmed, setIsConfirmed] = useState(false);
  const [isAccepted, setIsAccepted] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [outcome, setOutcome] = useState<ImportOutcome | ServiceError | null>(null);

  async function submit(): Promise<void> {
    setIsTried(true);
    if (!isConfirmed || (differs && !isAccepted)) return;
    const result = await trust(facts, isAccepted);
    const found = result.ok ? result.value : result.error;
    setOutcome(found);
    if (!('outcome' in found) || found.outcome !== 'imported') return;
    toast({ text: t('authority.imported', { name: facts.commonName ?? facts.subjectDn }) });
    onDone();
  }

  return { isConfirmed, setIsConfirmed, isAccepted, setIsAccepted, isTried, outcome, submit };
}

function Candidate(props: CandidateProps) {
  const t = useMessages();
  const { facts, onDone } = props;
  const compared = comparedWithKnown(facts);
  const differs = compared.fields.length > 0;
  const { isConfirmed, isAccepted, isTried, outcome, ...form } = useImportForm(props, differs);
  const name = facts.commonName ?? facts.subjectDn;
  return (
    <form
      className={styles.candidate}
      data-candidate={facts.serialHex}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <h3 className={styles.heading}>{t('authority.confirmTitle')}</h3>
      <CertificateFactList facts={facts} />
      <Compared name={name} {...compared} />
      <p>{t('authority.compare')}</p>
      <Fingerprint fingerprint={facts.fingerprint} />
      <Checkbox
        name="authority.confirmed"
        label={t('authority.confirm')}
        checked={isConfirmed}
        error={isTried && !isConfirmed ? t('authority.confirmMissing') : undefined}
        onChange={(event) => {
          form.setIsConfirmed(event.target.checked);
        }}
      />
      {differs && (
        <Checkbox
          name="authority.accepted"
          label={t('authority.accept')}
          checked={isAccepted}
          error={isTried && !isAccepted ? t('authority.acceptMissing') : undefined}
          onChange={(event) => {
            form.setIsAccepted(event.target.checked);
          }}
        />
      )}
      <Refused outcome={outcome} />
      <ButtonRow>
        <Button type="submit" variant="primary" data-action="trust-authority">
          {t('authority.trust')}
        </Button>
        <Button variant="plain" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** In groups of four, as people read them to each other. */
function Fingerprint({ fingerprint }: { readonly fingerprint: string }) {
  const t = useMessages();
  const groups = fingerprint.match(/.{4}/g) ?? [];
  return (
    <p className={styles.fingerprint} aria-label={t('certificate.label.fingerprint')} role="group">
      {groups.map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </p>
  );
}

function Compared(props: {
  readonly name: string;
  readonly isKnown: boolean;
  readonly fields: readonly string[];
}) {
  const t = useMessages();
  const locale = useLocale();
  const { name, isKnown } = props;
  if (!isKnown) {
    return (
      <Banner tone="warn" title={t('authority.unknown')}>
        {t('authority.unknownText')}
      </Banner>
    );
  }
  if (props.fields.length === 0) {
    return <Banner tone="good" title={t('authority.matches', { name })} />;
  }
  const fields = props.fields.map((field) => fieldText(field, locale)).join(', ');
  return (
    <Banner tone="bad" title={t('authority.differs', { name, fields })}>
      {t('authority.differsText')}
    </Banner>
  );
}

function fieldText(field: string, locale: Locale): string {
  const key = `authority.field.${field}`;
  return isMessageKey(key)
    ? translateMessage(locale, { key })
    : translate(locale, 'authority.field.other');
}

function Refused({ outcome }: { readonly outcome: ImportOutcome | ServiceError | null }) {
  const t = useMessages();
  const locale = useLocale();
  if (outcome === null) return null;
  if (!('outcome' in outcome)) {
    return <FailureBanner failure={{ kind: 'not-recorded', error: outcome }} />;
  }
  switch (outcome.outcome) {
    case 'imported':
      return null;
    case 'differs-from-known': {
      const fields = outcome.fields.map((field) => fieldText(field, locale)).join(', ');
      return <Banner tone="bad" title={t('authority.differs', { name: outcome.key, fields })} />;
    }
    default:
      return <Banner tone="bad" title={t(`authority.refused.${outcome.outcome}`)} />;
  }
}
