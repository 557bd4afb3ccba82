import {
  useEffect,
  useId,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { FormErrorSummary } from '../../ui/forms/form-error-summary';
import { formatTime } from '../../ui/format/date-time';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { DiskBanner } from '../shared/disk-banner';
import { ApplicantFields } from './applicant-fields';
import { CardOffer, CardPicker } from './card-offer';
import { DocumentChecklist } from './document-checklist';
import { enterTarget, focusControl, focusField } from './next-field';
import { IntakeScreenContext, useIntakeScreen, type IntakeScreen } from './intake-screen';
import styles from './intake.module.css';
import { NoticeStrip } from './notice-strip';
import { PersonHistoryPanel } from './person-history-panel';
import { CertificateFields, SuperiorFields } from './record-fields';
import { ArrivalFields, CorrectionFields, ReasonFields } from './request-fields';
import { SavingFailure } from './saving-failure';
import { useCardReader, type CardReader } from './use-card-reader';
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
  const formId = useId();
  const element = useRef<HTMLFormElement>(null);
  const { summary } = screen;
  const saveLabel = t(sources.kind === 'intake' ? 'intake.save' : 'intake.saveCorrection');
  useShortcuts(
    {
      'Ctrl+Enter': { label: saveLabel, run: screen.save },
      Escape: { label: t('frame.keys.back'), run: () => void navigate(back) },
    },
    { group: title },
  );
  useFormFocus(element, screen, focusFirst);
  const reader = useCardReader(screen.yearNow);

  return (
    <IntakeScreenContext value={screen}>
      <Page head={<Head {...{ title, formId, saveLabel, screen, reader }} />}>
        {offer}
        <CardOffer reader={reader} />
        {sources.kind === 'intake' && screen.failure?.kind !== 'disk-low' && <DiskBanner />}
        <FormErrorSummary errors={summary} />
        <SavingFailure />
        <DraftFailure screen={screen} />
        <div className={styles.screen}>
          <form
            ref={element}
            id={formId}
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
            {sources.kind === 'intake' && <NoticeStrip />}
            <div className={styles.main}>
              <ApplicantFields />
              <SuperiorFields />
              <CertificateFields />
            </div>
            <Side />
          </form>
        </div>
      </Page>
    </IntakeScreenContext>
  );
}

/** The first field when the form opens; after a refused save the first field to correct. */
function useFormFocus(
  element: RefObject<HTMLFormElement | null>,
  { summary, failure }: Pick<IntakeScreen, 'summary' | 'failure'>,
  focusFirst: boolean,
): void {
  useEffect(() => {
    if (failure !== null) element.current?.closest('main')?.scrollTo(0, 0);
  }, [element, failure]);
  useEffect(() => {
    if (!focusFirst) return;
    const nik = element.current?.querySelector<HTMLElement>('[name="applicant.nik"]');
    (nik ?? element.current?.querySelector<HTMLElement>('input'))?.focus();
  }, [element, focusFirst]);
  useEffect(() => {
    const [first] = summary;
    if (first === undefined) return;
    // The summary stands on top; it stays in view where the field leaves it room.
    element.current?.closest('main')?.scrollTo(0, 0);
    focusField(first.fieldId);
  }, [element, summary]);
}

interface HeadProps {
  readonly title: string;
  readonly formId: string;
  readonly saveLabel: string;
  readonly screen: IntakeScreen;
  readonly reader: CardReader;
}

function Head({ title, formId, saveLabel, screen, reader }: HeadProps) {
  return (
    <PageHead
      title={title}
      status={<DraftFact screen={screen} />}
      actions={
        <>
          {screen.kind === 'intake' && <CardPicker reader={reader} />}
          <Button type="submit" form={formId} variant="primary" busy={screen.saving} kbd="Ctrl ↵">
            {saveLabel}
          </Button>
        </>
      }
    />
  );
}

function Side() {
  const { kind, sop, values } = useIntakeScreen();
  return (
    <div className={styles.side}>
      <PersonHistoryPanel />
      <div className={styles.sideFields}>
        {kind === 'intake' && <ArrivalFields />}
        <ReasonFields />
        {kind === 'correction' && <CorrectionFields />}
      </div>
      <DocumentChecklist sop={sop} reason={values.reason.key} />
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
  const words = {
    untouched: () => t('intake.draft.none'),
    keeping: () => t('intake.draft.keeping'),
    kept: (at: string) => t('intake.draft.kept', { time: formatTime(at, { locale, timeZone }) }),
    failed: () => t('intake.draft.failed'),
  };
  const text = draft.kind === 'kept' ? words.kept(draft.at) : words[draft.kind]();
  return <span className={styles.draft}>{text}</span>;
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
