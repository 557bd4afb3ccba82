import { useState } from 'react';
import { compareCertificate } from '../../domain/pki/compare-certificate';
import type { RequestState } from '../../domain/request/request-state';
import { Section } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import { FileDrop } from '../../ui/forms/file-drop';
import { Select } from '../../ui/forms/select';
import { groupSerial, maskNiksIn } from '../../ui/format/numbers';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import type { RequestWork } from '../request/use-request-work';
import { CertificateFactList } from '../shared/certificate-facts';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { CandidateButtons } from './candidate-buttons';
import styles from './certificate.module.css';
import { DifferenceList } from './difference-list';
import { PassphraseForm } from './passphrase-form';
import {
  useCertificateReader,
  type CertificateReader,
  type ReaderState,
} from './use-certificate-reader';

interface ReadSectionProps {
  readonly request: RequestState;
  readonly work: RequestWork;
}

const PICKER = 'certificate-file';

/** Reads a certificate out of a file, compares it with the request and puts it there. */
export function ReadSection({ request, work }: ReadSectionProps) {
  const t = useMessages();
  const reader = useCertificateReader();
  const { state } = reader;
  useShortcuts(
    {
      c: {
        label: t('certificate.read.title'),
        run: () => document.getElementById(PICKER)?.click(),
      },
    },
    { group: t('certificate.title') },
  );
  return (
    <Section title={t('certificate.read.title')}>
      <div className={styles.reading} data-reader={state.kind}>
        <p>{t('certificate.read.text')}</p>
        <FileDrop
          id={PICKER}
          label={t('certificate.read.drop')}
          hint={t('certificate.read.hint')}
          kbd={t('certificate.read.kbd')}
          accept=".cer,.crt,.der,.pem,.p7b,.p7c,.p12,.pfx,.pdf"
          busy={state.kind === 'working'}
          onFiles={([file]) => {
            if (file !== undefined) reader.choose(file);
          }}
        />
        <ReaderWords reader={reader} />
        {state.kind === 'read' && (
          <Candidates
            key={state.certificates.map(({ fingerprint }) => fingerprint).join()}
            read={state}
            request={request}
            work={work}
            onDone={reader.discard}
          />
        )}
      </div>
    </Section>
  );
}

function ReaderWords({ reader }: { readonly reader: CertificateReader }) {
  const t = useMessages();
  const { state } = reader;
  switch (state.kind) {
    case 'nothing':
    case 'read':
      return null;
    case 'working':
      return <Progress label={t('ui.loading')} value={null} />;
    case 'passphrase':
      return (
        <PassphraseForm isWrong={state.isWrong} onOpen={reader.open} onDiscard={reader.discard} />
      );
    case 'failed':
      return <FailureBanner failure={{ kind: 'not-recorded', error: state.error }} />;
    case 'tooLarge':
    case 'gone':
      return <Banner tone="warn" title={t(`certificate.read.${state.kind}`)} />;
    case 'none':
    case 'not-supported':
      return (
        <Banner tone="warn" title={t(`certificate.read.${state.kind}`)}>
          {t(`certificate.read.${state.kind}Text`)}
        </Banner>
      );
  }
}

interface CandidatesProps extends ReadSectionProps {
  readonly read: Extract<ReaderState, { kind: 'read' }>;
  readonly onDone: () => void;
}

/** The certificates found; the one that bears the applicant's name stands first. */
function Candidates({ read, request, work, onDone }: CandidatesProps) {
  const t = useMessages();
  const { now } = useLoket();
  const clock = Date.parse(now());
  const likely = read.certificates.find((facts) =>
    compareCertificate(facts, request.data, clock).every(({ field }) => field !== 'name'),
  );
  const [chosen, setChosen] = useState((likely ?? read.certificates[0])?.fingerprint ?? '');
  const facts = read.certificates.find(({ fingerprint }) => fingerprint === chosen);
  if (facts === undefined) return null;
  return (
    <div className={styles.reading} data-read={facts.serialHex}>
      {read.certificates.length > 1 && (
        <Select
          name="certificate.chosen"
          label={t('certificate.read.choose')}
          hint={t('certificate.read.several', { count: read.certificates.length })}
          placeholder={null}
          choices={read.certificates.map((one) => ({
            value: one.fingerprint,
            label: `${maskNiksIn(one.commonName ?? one.subjectDn)} · ${groupSerial(one.serialHex)}`,
          }))}
          value={chosen}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        />
      )}
      <CertificateFactList facts={facts} />
      <DifferenceList differences={compareCertificate(facts, request.data, clock)} />
      <CandidateButtons
        facts={facts}
        from={read.from}
        request={request}
        work={work}
        onDone={onDone}
      />
    </div>
  );
}
