import { useState } from 'react';
import { FATES, type Fate } from '../../domain/retention/retention-event';
import type { RetentionState } from '../../domain/retention/retention-state';
import { Button, ButtonLink } from '../../ui/controls/button';
import { ButtonRow, Section, Stack } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { Select } from '../../ui/forms/select';
import { TextField } from '../../ui/forms/text-field';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { RetentionFailureBanner } from '../retention/retention-failure';
import { useRetention, useRetentionWork } from '../retention/use-retention';
import { serviceLabel } from '../shared/sop-words';
import { useMay } from '../shared/use-permission';
import {
  scheduleEntries,
  SERVICES,
  typedSchedule,
  type RuleEntry,
  type ScheduleEntries,
  type ScheduleProblems,
  type Service,
} from './retention-entries';
import styles from './settings.module.css';

/** The office's JRA: how long each service's files are kept, and what becomes of them. */
export function RetentionSection({ id }: { readonly id: string }) {
  const t = useMessages();
  const state = useRetention();
  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={t('settings.retention')} description={t('retention.settings.text')}>
        {state !== undefined && <ScheduleForm state={state} />}
      </Section>
    </div>
  );
}

function ScheduleForm({ state }: { readonly state: RetentionState }) {
  const t = useMessages();
  const toast = useToast();
  const work = useRetentionWork();
  const { why } = useMay('configure-office');
  const [typed, setTyped] = useState<ScheduleEntries | null>(null);
  const [problems, setProblems] = useState<ScheduleProblems | null>(null);
  const entries = typed ?? scheduleEntries(state.schedule);
  const save = async () => {
    const { schedule, problems: found } = typedSchedule(entries);
    setProblems(found);
    if (found !== null || (await work.act({ command: 'set-schedule', schedule })) === null) return;
    setTyped(null);
    toast({ text: t('settings.saved', { section: t('settings.retention') }) });
  };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {work.failure !== null && <RetentionFailureBanner failure={work.failure} />}
      <fieldset className={styles.fields} disabled={why !== undefined}>
        <ScheduleFields entries={entries} problems={problems} onEntries={setTyped} />
      </fieldset>
      <ButtonRow>
        <Button
          type="submit"
          variant={typed === null ? 'quiet' : 'primary'}
          busy={work.busy}
          blocked={why}
          data-action="save-retention"
        >
          {t('settings.save')}
        </Button>
        {typed === null ? (
          <ButtonLink href="#/retensi" data-action="open-retention">
            {t('retention.settings.open')}
          </ButtonLink>
        ) : (
          <Reset
            onReset={() => {
              setTyped(null);
              setProblems(null);
            }}
          />
        )}
      </ButtonRow>
    </form>
  );
}

function Reset({ onReset }: { readonly onReset: () => void }) {
  const t = useMessages();
  return (
    <>
      <Button variant="plain" onClick={onReset}>
        {t('settings.reset')}
      </Button>
      <span role="status" className={styles.dirty}>
        {t('settings.dirty')}
      </span>
    </>
  );
}

interface ScheduleFieldsProps {
  readonly entries: ScheduleEntries;
  readonly problems: ScheduleProblems | null;
  readonly onEntries: (entries: ScheduleEntries) => void;
}

function ScheduleFields({ entries, problems, onEntries }: ScheduleFieldsProps) {
  const t = useMessages();
  const set = (service: Service) => (entry: RuleEntry) => {
    onEntries({ ...entries, rules: { ...entries.rules, [service]: entry } });
  };
  return (
    <Stack>
      <TextField
        name="retention.basis"
        width="full"
        label={t('retention.settings.basis')}
        hint={t('retention.settings.basisHint')}
        value={entries.basis}
        error={problems?.basis === true ? t('retention.settings.noBasis') : undefined}
        onChange={(event) => {
          onEntries({ ...entries, basis: event.target.value });
        }}
      />
      {SERVICES.map((service) => (
        <RuleFields
          key={service}
          service={service}
          entry={entries.rules[service]}
          problem={problems?.rules[service]}
          onEntry={set(service)}
        />
      ))}
    </Stack>
  );
}

interface RuleFieldsProps {
  readonly service: Service;
  readonly entry: RuleEntry;
  readonly problem: 'badYears' | 'noYears' | undefined;
  readonly onEntry: (entry: RuleEntry) => void;
}

function RuleFields({ service, entry, problem, onEntry }: RuleFieldsProps) {
  const t = useMessages();
  const locale = useLocale();
  const isSet = entry.fate !== '';
  return (
    <fieldset className={styles.official}>
      <legend>{serviceLabel(service, locale)}</legend>
      <div className={styles.retention}>
        <Select
          name={`retention.${service}.fate`}
          label={t('retention.settings.fate')}
          placeholder={t('retention.fate.unset')}
          choices={FATES.map((fate) => ({ value: fate, label: t(`retention.fate.${fate}`) }))}
          value={entry.fate}
          error={problem && t(`retention.settings.${problem}`)}
          onChange={(event) => {
            onEntry({ ...entry, fate: event.target.value as Fate | '' });
          }}
        />
        {(['activeYears', 'inactiveYears'] as const).map((part) => (
          <TextField
            key={part}
            name={`retention.${service}.${part}`}
            inputMode="numeric"
            label={t(
              part === 'activeYears' ? 'retention.settings.active' : 'retention.settings.inactive',
            )}
            disabled={!isSet}
            value={isSet ? entry[part] : ''}
            onChange={(event) => {
              onEntry({ ...entry, [part]: event.target.value });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
