import { PencilLine, RotateCcw } from 'lucide-react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { LetterTemplate } from '../../domain/letters/letter-template';
import { isSameTemplate } from '../../domain/letters/letter-versions';
import type { LetterInUse, LetterLibrary } from '../../store/letter-library';
import { Button, ButtonLink } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Dialog } from '../../ui/feedback/dialog';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { OfficeFailure } from '../settings/office-failure';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import styles from './letter-templates.module.css';
import { OriginalNewer } from './original-newer';
import { TemplateDiff } from './template-diff';
import { TemplatePreviewPane } from './template-preview';
import { TemplateReading } from './template-reading';
import { VersionBadge } from './template-row';
import { TemplateVersions } from './template-versions';
import { versionWords } from './template-words';
import { usePreview } from './use-preview';
import { useReset, type TemplateReset } from './use-reset';
import { draftOf, useTemplateDrafts, type TemplateDrafts } from './use-template-drafts';

/** `/naskah-surat/:letter`: one paper's text to read; `?versi=2` or `?versi=asli` another of it. */
export function TemplatePage() {
  const t = useMessages();
  const navigate = useNavigate();
  const { store } = useLoket();
  const { letter = '' } = useParams();
  const [search] = useSearchParams();
  useShortcuts(
    { Escape: { label: t('frame.keys.back'), run: () => void navigate('/naskah-surat') } },
    { group: t('template.title') },
  );
  const inUse = store.templates.inUse(letter);
  const original = store.templates.original(letter);
  if (inUse === undefined || original === undefined) return <MissingTemplate />;
  const shown = shownOf(search.get('versi'), inUse, original, store.templates);
  return <TemplateDesk key={letter} inUse={inUse} original={original} shown={shown} />;
}

interface ShownTemplate {
  readonly template: LetterTemplate;
  /** Version of the office; null for the original. */
  readonly office: number | null;
}

/** The version an address asks for; the one in use where there is none such. */
function shownOf(
  asked: string | null,
  { template, version }: LetterInUse,
  original: LetterTemplate,
  templates: Pick<LetterLibrary, 'find'>,
): ShownTemplate {
  if (asked === 'asli') return { template: original, office: null };
  const office = Number(asked);
  const found = asked === null ? undefined : templates.find(original.key, office);
  return found === undefined ? { template, office: version.office } : { template: found, office };
}

interface TemplateDeskProps {
  readonly inUse: LetterInUse;
  readonly original: LetterTemplate;
  readonly shown: ShownTemplate;
}

function TemplateDesk({ inUse, original, shown }: TemplateDeskProps) {
  const t = useMessages();
  const context = useTimeContext();
  const { store } = useLoket();
  const drafts = useTemplateDrafts();
  const reset = useReset(original);
  const preview = usePreview(shown.template, false);
  const { title } = original;
  const head = (
    <PageHead
      title={title}
      facts={[versionWords(inUse, store.templates, context)]}
      status={<VersionBadge office={inUse.version.office} />}
      actions={<DeskActions inUse={inUse} shown={shown} drafts={drafts} onReset={reset.ask} />}
    />
  );
  return (
    <Page head={head} layout="bare">
      <div className={styles.desk}>
        {/* Can have the focus, so that the keyboard can scroll what is only read. */}
        <div role="region" aria-label={t('template.reading')} tabIndex={0} className={styles.main}>
          <div className={styles.parts}>
            {drafts.failure !== null && (
              <FailureBanner failure={{ kind: 'not-recorded', error: drafts.failure }} />
            )}
            <OtherVersion inUse={inUse} shown={shown} />
            {inUse.isOriginalNewer && <OriginalNewer letter={original.key} />}
            <TemplateReading template={shown.template} />
            <Differences original={original} shown={shown.template} />
            <TemplateVersions original={original} shown={shown.office} />
          </div>
        </div>
        <TemplatePreviewPane title={title} preview={preview} errors={0} />
      </div>
      <ResetDialog title={title} reset={reset} />
    </Page>
  );
}

interface DeskActionsProps {
  readonly inUse: LetterInUse;
  readonly shown: ShownTemplate;
  readonly drafts: TemplateDrafts;
  readonly onReset: () => void;
}

function DeskActions({ inUse, shown, drafts, onReset }: DeskActionsProps) {
  const t = useMessages();
  const { why } = useMay('publish-letter-template');
  const mayReset = useMay('reset-letter-template');
  const waiting = draftOf(drafts.waiting ?? [], shown.template.key);
  const isInUse = shown.office === inUse.version.office;
  return (
    <>
      {inUse.version.office !== null && (
        <Button
          icon={RotateCcw}
          data-action="reset-template"
          blocked={mayReset.why}
          onClick={onReset}
        >
          {t('template.reset')}
        </Button>
      )}
      {waiting === undefined || !isInUse ? (
        <Button
          variant="primary"
          icon={PencilLine}
          data-action="change-template"
          blocked={why}
          onClick={() => void drafts.begin(shown.template)}
        >
          {t(isInUse ? 'template.change' : 'template.startFrom')}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon={PencilLine}
          data-action="continue-template"
          blocked={why}
          onClick={() => {
            drafts.open(waiting);
          }}
        >
          {t('template.continue')}
        </Button>
      )}
    </>
  );
}

/** Said on top, because the page of an old version looks like that of the one in use. */
function OtherVersion({ inUse, shown }: Pick<TemplateDeskProps, 'inUse' | 'shown'>) {
  const t = useMessages();
  const context = useTimeContext();
  const { store } = useLoket();
  if (shown.office === inUse.version.office) return null;
  return (
    <Banner
      tone="info"
      title={t('template.old')}
      actions={
        <ButtonLink size="small" href={`#/naskah-surat/${shown.template.key}`}>
          {t('template.openInUse')}
        </ButtonLink>
      }
    >
      {t('template.oldText', { inUse: versionWords(inUse, store.templates, context) })}
    </Banner>
  );
}

/** What the office's text says other than the original; nothing beside the original itself. */
function Differences(props: { readonly original: LetterTemplate; readonly shown: LetterTemplate }) {
  const t = useMessages();
  const { original, shown } = props;
  if (shown === original) return null;
  return (
    <Section title={t('template.differences')}>
      {isSameTemplate({ ...shown, version: original.version }, original) ? (
        <p className={styles.words}>{t('template.same')}</p>
      ) : (
        <TemplateDiff before={original} after={shown} />
      )}
    </Section>
  );
}

function ResetDialog(props: { readonly title: string; readonly reset: TemplateReset }) {
  const t = useMessages();
  const { title, reset } = props;
  return (
    <Dialog
      open={reset.isAsking}
      title={t('template.reset.title', { title })}
      onClose={reset.close}
      actions={
        <>
          <Button onClick={reset.close}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            busy={reset.busy}
            data-action="confirm"
            data-initial-focus
            onClick={reset.reset}
          >
            {t('template.reset')}
          </Button>
        </>
      }
    >
      {reset.failure !== null && <OfficeFailure failure={reset.failure} />}
      <p>{t('template.reset.text')}</p>
    </Dialog>
  );
}

function MissingTemplate() {
  const t = useMessages();
  return (
    <Page head={<PageHead title={t('template.title')} />}>
      <EmptyState
        title={t('template.missing')}
        text={t('template.missingText')}
        action={<ButtonLink href="#/naskah-surat">{t('template.toList')}</ButtonLink>}
      />
    </Page>
  );
}
