import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { FormErrorSummary } from '../../ui/forms/form-error-summary';
import { formatTime } from '../../ui/format/date-time';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { ApplicantFields } from './applicant-fields';
import { DocumentChecklist } from './document-checklist';
import { enterTarget, focusControl } from './next-field';
import { IntakeScreenContext, useIntakeScreen, type IntakeScreen } from './intake-screen';
import styles from './intake.module.css';
import { PersonHistoryPanel } from './person-history-panel';
import { CertificateFields, SuperiorFields } from './record-fields';
import { ArrivalFields, CorrectionFields, ReasonFields } from './request-fields';
import { SavingFailure } from './saving-failure';
import { useIntakeForm, type IntakeFormSources } from './use-intake-form';

interface IntakeFormProps {
  readonly sources: IntakeFormSources;
  readonly title: string;
  /** Stands above the form: drafts that can be continued. */
  readonly offer?: ReactNode;
  /** Where Escape leads. */
  readonly back: string;
  /** Whether the first field gets the focus at once. */
  readonly focusFirst: boolean;
}

/** One screen for recording a walk-in and for correcting a record, all by keyboard. */
export function IntakeForm({ sources, title, offer, back, focusFirst }: IntakeFormProps) {
  const t = useMessages();
  const navigate = useNavigate();
  const screen = useIntakeForm(sources);
  const element = useRef<HTMLFormElement>(null);
  const saveLabel = t(sources.kind === 'intake' ? 'intake.save' : 'intake.saveCorrection');
  useShortcuts(
    {
      'Ctrl+Enter': { label: saveLabel, run: screen.save },
      Escape: { label: t('frame.keys.back'), run: () => void navigate(back) },
    },
    { group: title },
  );
  useEffect(() => {
    if (focusFirst) element.current?.querySelector<HTMLElement>('input')?.focus();
  }, [focusFirst]);

  return (
    <IntakeScreenContext value={screen}>
      <Page head={<PageHead title={title} facts={[<DraftFact key="draft" screen={screen} />]} />}>
        {offer}
        <FormErrorSummary errors={screen.summary} />
        <SavingFailure />
        <DraftFailure screen={screen} />
        <div className={styles.screen}>
          <form
            ref={element}
            noValidate
            className={styles.form}
            onKeyDown={(event) => {
              enterGoesOn(event, screen.save);
            }}
            onSubmit={(event) => {
              event.preventDefault();
              screen.save();
            }}
          >
            <div className={styles.main}>
              <ApplicantFields />
              <SuperiorFields />
              <CertificateFields />
            </div>
            <Side saveLabel={saveLabel} />
          </form>
        </div>
      </Page>
    </IntakeScreenContext>
  );
}

function Side({ saveLabel }: { readonly saveLabel: string }) {
  const { kind, sop, values, saving } = useIntakeScreen();
  return (
    <div className={styles.side}>
      <PersonHistoryPanel />
      <div className={styles.sideFields}>
        {kind === 'intake' && <ArrivalFields />}
        <ReasonFields />
        {kind === 'correction' && <CorrectionFields />}
      </div>
      <DocumentChecklist sop={sop} reason={values.reason.key} />
      <Button type="submit" variant="primary" busy={saving} kbd="Ctrl ↵">
        {saveLabel}
      </Button>
    </div>
  );
}

/** Enter goes to the next field, and saves from the last; Shift+Enter starts a line in a note. */
function enterGoesOn(event: KeyboardEvent<HTMLFormElement>, save: () => void): void {
  const isPlain = !event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey;
  if (event.key !== 'Enter' || !isPlain || event.nativeEvent.isComposing) return;
  const target = enterTarget(event.currentTarget, event.target);
  if (target === null) return;
  event.preventDefault();
  if (target === 'save') save();
  else focusControl(target);
}

function DraftFact({ screen }: { readonly screen: IntakeScreen }) {
  const t = useMessages();
  const locale = useLocale();
  const { draft, timeZone } = screen;
  switch (draft.kind) {
    case 'untouched':
      return t('intake.draft.none');
    case 'keeping':
      return t('intake.draft.keeping');
    case 'kept':
      return t('intake.draft.kept', { time: formatTime(draft.at, { locale, timeZone }) });
    case 'failed':
      return t('intake.draft.failed');
  }
}

function DraftFailure({ screen }: { readonly screen: IntakeScreen }) {
  const t = useMessages();
  if (screen.draft.kind !== 'failed') return null;
  const { kind, detail } = screen.draft.error;
  return (
    <Banner
      tone="bad"
      title={t('intake.draft.failedTitle')}
      details={{ summary: t('ui.showDetails'), text: `${kind}: ${detail}` }}
    >
      {t('intake.draft.failedText')}
    </Banner>
  );
}
