import { useId } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import type { Author } from '../../domain/event';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { RequestState } from '../../domain/request/request-state';
import type { OpenStep } from '../../domain/sop/progress';
import type { Sop } from '../../domain/sop/sop';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useToast } from '../../ui/feedback/toast';
import { formatTime } from '../../ui/format/date-time';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { CommandFailureBanner } from '../shared/command-failure-banner';
import { actorLabel, partyWords, stepWords } from '../shared/sop-words';
import { useTimeContext } from '../shared/use-time-context';
import { rolesText } from '../shared/role-words';
import { useMay } from '../shared/use-permission';
import { DispositionFields } from './disposition-fields';
import { mediumOf, type DispositionValues, type SheetAction } from './disposition-values';
import styles from './disposition.module.css';
import { SheetList } from './sheet-list';
import { useDispositionForm, type DispositionFormState } from './use-disposition-form';

export interface DispositionFormProps {
  readonly state: RequestState;
  readonly sop: Sop;
  readonly open: OpenStep;
  readonly office: OfficeProfile | null;
  readonly staff: Author;
  readonly draftId: string;
  /** What is recorded when the form opens fresh. */
  readonly action: SheetAction;
  /** What was typed earlier and not recorded. */
  readonly kept: { readonly values: DispositionValues; readonly at: string } | null;
  readonly onFresh: () => void;
}

/** Where the page was opened from, handed over with the address. */
const cameFrom = z.object({ back: z.string() });

/** The form and, beside it, what is on the sheet already. */
export function DispositionForm(props: DispositionFormProps) {
  const { state, sop, open } = props;
  const t = useMessages();
  const navigate = useNavigate();
  const toast = useToast();
  const formId = useId();
  const from = cameFrom.safeParse(useLocation().state);
  const back = from.success ? from.data.back : `/permohonan/${state.id}`;
  const form = useDispositionForm(props, () => {
    toast({ text: t('disposition.saved', { number: state.registerNumber }) });
    void navigate(back, { replace: true });
  });
  useShortcuts(
    {
      'Ctrl+Enter': { label: t(`disposition.save.${form.values.action}`), run: form.save },
      Escape: { label: t('frame.keys.back'), run: () => void navigate(back) },
    },
    { group: t('frame.disposition') },
  );
  return (
    <Page head={<Head {...props} formId={formId} form={form} />}>
      <KeptNotice {...props} />
      <CommandFailureBanner failure={form.failure} sop={sop} />
      {form.failure === null && <NotYours action={form.values.action} />}
      <form
        id={formId}
        noValidate
        className={styles.columns}
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        <Section title={t('disposition.record')}>
          <DispositionFields form={form} open={open} />
        </Section>
        <Stack>
          <OnBehalf values={form.values} staff={props.staff} />
          <Section title={t('disposition.sheet')}>
            <SheetList sheet={state.sheet} sop={sop} />
          </Section>
        </Stack>
      </form>
    </Page>
  );
}

interface HeadProps extends DispositionFormProps {
  readonly formId: string;
  readonly form: DispositionFormState;
}

function Head({ state, sop, open, formId, form }: HeadProps) {
  const t = useMessages();
  const title = t('disposition.title', { number: state.registerNumber });
  return (
    <PageHead
      title={`${title} · ${state.data.applicant.name}`}
      facts={[stepWords(sop, open.step.key), actorLabel(sop, open.step.actor)]}
      actions={
        <Button
          type="submit"
          form={formId}
          variant="primary"
          kbd="Ctrl ↵"
          busy={form.saving}
          data-action="confirm"
        >
          {t(`disposition.save.${form.values.action}`)}
        </Button>
      }
    />
  );
}

/** Said before somebody types what the domain will refuse. */
function NotYours({ action }: { readonly action: SheetAction }) {
  const t = useMessages();
  const locale = useLocale();
  const { refusal } = useMay(`${action}-disposition`);
  if (refusal?.code !== 'not-permitted') return null;
  return (
    <Banner tone="warn" title={t('permission.notYours')}>
      {t('permission.notYoursText', { roles: rolesText(refusal.needs, locale) })}
    </Banner>
  );
}

function KeptNotice({ kept, onFresh }: DispositionFormProps) {
  const t = useMessages();
  const context = useTimeContext();
  if (kept === null) return null;
  return (
    <Banner
      tone="info"
      title={t('disposition.draftKept', { time: formatTime(kept.at, context) })}
      actions={
        <Button size="small" onClick={onFresh}>
          {t('disposition.draftFresh')}
        </Button>
      }
    />
  );
}

/** Whose words these are and who records them: said before it is recorded. */
function OnBehalf(props: { readonly values: DispositionValues; readonly staff: Author }) {
  const t = useMessages();
  const { values, staff } = props;
  const officialName = useMay('dispose-on-screen').may ? staff.name : null;
  const official = partyWords({ actor: null, name: values.fromName, title: values.fromTitle });
  return (
    <Banner
      tone="info"
      title={
        mediumOf(values, officialName) === 'screen'
          ? t('disposition.onScreen', { official })
          : t('disposition.onBehalf', { staff: staff.name, official })
      }
    />
  );
}
