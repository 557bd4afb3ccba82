import { useNavigate } from 'react-router';
import { documentVerdict } from '../../domain/signatures/document-verdict';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import { formatBytes } from '../../ui/format/numbers';
import { FileDrop } from '../../ui/forms/file-drop';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { ButtonLink } from '../../ui/controls/button';
import { FailureBanner } from '../shared/failure-banner';
import { EscVerdict } from './esc-verdict';
import { SignatureSection } from './signature-section';
import { lacksAuthority, verdictTones } from './signature-words';
import { useSignatureCheck, type CheckedDocument, type CheckState } from './use-signature-check';

const PICKER = 'check-file';

/** `/periksa`: the signatures of any PDF, in plain words first. Nothing of the file is kept. */
export function CheckPage() {
  const t = useMessages();
  const locale = useLocale();
  const navigate = useNavigate();
  const { state, check } = useSignatureCheck();
  useShortcuts(
    {
      o: {
        label: t('ui.file.choose'),
        run: () => document.getElementById(PICKER)?.click(),
      },
      Escape: {
        label: t('frame.keys.back'),
        run: () => {
          void navigate(-1);
        },
      },
    },
    { group: t('check.title') },
  );
  const facts =
    state.kind === 'checked' ? [state.name, formatBytes(state.bytes.length, locale)] : [];
  return (
    <Page head={<PageHead title={t('check.title')} facts={facts} />}>
      <Stack>
        <Section title={t(state.kind === 'checked' ? 'check.another' : 'check.title')}>
          <FileDrop
            id={PICKER}
            label={t('check.drop')}
            hint={t('check.dropHint')}
            accept="application/pdf,.pdf"
            kbd="O"
            busy={state.kind === 'working'}
            onFiles={([file]) => {
              if (file !== undefined) check(file);
            }}
          />
        </Section>
        <Outcome state={state} />
      </Stack>
    </Page>
  );
}

function Outcome({ state }: { readonly state: CheckState }) {
  const t = useMessages();
  switch (state.kind) {
    case 'nothing':
      return null;
    case 'working':
      return <Progress label={t('check.working')} value={null} />;
    case 'refused':
      return <Banner tone="warn" title={t(`check.${state.why}`)} />;
    case 'failed':
      return <FailureBanner failure={{ kind: 'not-recorded', error: state.error }} />;
    case 'checked':
      return <Checked key={state.round} checked={state} />;
  }
}

function Checked({ checked }: { readonly checked: CheckedDocument }) {
  const { report, bytes } = checked;
  const signatures = report.outcome === 'checked' ? report.signatures : [];
  return (
    <Stack>
      <Verdict checked={checked} />
      {signatures.map((signature, index) => (
        <SignatureSection
          key={index}
          report={signature}
          number={index + 1}
          fileSize={bytes.length}
          isOpen={signatures.length === 1}
        />
      ))}
      {report.outcome !== 'unreadable' && <EscVerdict document={checked} />}
    </Stack>
  );
}

function Verdict({ checked: { report } }: { readonly checked: CheckedDocument }) {
  const t = useMessages();
  const verdict = documentVerdict(report);
  const signatures = report.outcome === 'checked' ? report.signatures : [];
  const code =
    report.outcome === 'unreadable'
      ? report.detail
      : report.outcome === 'not-checked'
        ? report.reason
        : null;
  const details = code === null ? undefined : { summary: t('ui.showDetails'), text: code };
  return (
    <div data-verdict={verdict} data-signatures={signatures.length}>
      <Banner
        tone={verdictTones[verdict]}
        title={t(`check.verdict.${verdict}`)}
        details={details}
        actions={
          signatures.some(lacksAuthority) && (
            <ButtonLink size="small" href="#/pengaturan?bagian=authorities">
              {t('check.importAuthority')}
            </ButtonLink>
          )
        }
      >
        {signatures.length > 1
          ? `${t('check.facts.count', { count: signatures.length })}. ${t(`check.advice.${verdict}`)}`
          : t(`check.advice.${verdict}`)}
      </Banner>
    </div>
  );
}
