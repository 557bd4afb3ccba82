import { useId } from 'react';
import { urgencySchema } from '../../domain/request/request-event';
import type { OpenStep } from '../../domain/sop/progress';
import { DateField } from '../../ui/forms/date-field';
import { Checkbox, RadioGroup } from '../../ui/forms/radio-group';
import { Select } from '../../ui/forms/select';
import { TextArea, TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { partyWords } from '../shared/sop-words';
import { OTHER_TARGET, sheetActions, type DispositionField } from './disposition-values';
import styles from './disposition.module.css';
import type { DispositionFormState } from './use-disposition-form';

interface FieldsProps {
  readonly form: DispositionFormState;
}

/** The sheet's fields in the order of the paper form; fewer for forwarding and returning. */
export function DispositionFields({ form, open }: FieldsProps & { readonly open: OpenStep }) {
  const t = useMessages();
  const { values, set } = form;
  const { returnsTo } = open;
  return (
    <div className={styles.form}>
      <RadioGroup
        label={t('disposition.action')}
        inline
        name="disposition.action"
        value={values.action}
        choices={sheetActions.map((action) => ({
          value: action,
          label: t(`disposition.action.${action}`),
          disabled: action === 'return' && returnsTo === null,
        }))}
        onChange={(event) => {
          const action = sheetActions.find((one) => one === event.target.value);
          if (action !== undefined) set({ action });
        }}
      />
      <FromFields form={form} />
      {values.action === 'return' ? (
        <>
          <Words form={form} name="reason" required />
          {returnsTo !== null && (
            <p className={styles.faint}>
              {t('disposition.returnsTo', {
                number: returnsTo.number,
                activity: returnsTo.activity,
              })}
            </p>
          )}
        </>
      ) : (
        <ToFields form={form} />
      )}
      {values.action === 'give' && <GivenFields form={form} />}
      {values.action === 'forward' && (
        <>
          <Words form={form} name="note" />
          <p className={styles.faint}>{t('disposition.forwardText')}</p>
        </>
      )}
    </div>
  );
}

function useProblem({ problems }: DispositionFormState) {
  const t = useMessages();
  return (field: DispositionField) => {
    const problem = problems[field];
    return problem === undefined ? undefined : t(`disposition.problem.${problem}`);
  };
}

type TextName = 'fromTitle' | 'fromName' | 'toTitle' | 'toName' | 'ownInstruction';

function Line(
  props: FieldsProps & { readonly name: TextName; readonly error?: string | undefined },
) {
  const t = useMessages();
  const { form, name, error } = props;
  return (
    <TextField
      name={`disposition.${name}`}
      label={t(`disposition.${name}`)}
      optional={name === 'fromName' || name === 'toName' || name === 'ownInstruction'}
      error={error}
      value={form.values[name]}
      onChange={(event) => {
        form.set({ [name]: event.target.value });
      }}
    />
  );
}

function Words(
  props: FieldsProps & { readonly name: 'note' | 'reason'; readonly required?: boolean },
) {
  const t = useMessages();
  const { form, name, required } = props;
  const problem = useProblem(form);
  return (
    <TextArea
      rows={2}
      name={`disposition.${name}`}
      label={t(`disposition.${name}`)}
      optional={required !== true}
      error={name === 'reason' ? problem('reason') : undefined}
      value={form.values[name]}
      onChange={(event) => {
        form.set(name === 'note' ? { note: event.target.value } : { reason: event.target.value });
      }}
    />
  );
}

function FromFields({ form }: FieldsProps) {
  const problem = useProblem(form);
  return (
    <div className={styles.pair}>
      <Line form={form} name="fromTitle" error={problem('from')} />
      <Line form={form} name="fromName" />
    </div>
  );
}

function ToFields({ form }: FieldsProps) {
  const t = useMessages();
  const problem = useProblem(form);
  const { values, set, targets } = form;
  const choices = targets.map(({ id, party }) => ({
    value: id,
    label: id === 'sop' ? t('disposition.bySop', { who: partyWords(party) }) : partyWords(party),
  }));
  return (
    <>
      <Select
        name="disposition.to"
        label={t('disposition.to')}
        placeholder={null}
        choices={[...choices, { value: OTHER_TARGET, label: t('disposition.someoneElse') }]}
        value={values.to}
        onChange={(event) => {
          set({ to: event.target.value });
        }}
      />
      {values.to === OTHER_TARGET && (
        <div className={styles.pair}>
          <Line form={form} name="toTitle" error={problem('to')} />
          <Line form={form} name="toName" />
        </div>
      )}
    </>
  );
}

function GivenFields({ form }: FieldsProps) {
  const t = useMessages();
  const problem = useProblem(form);
  const { values, set } = form;
  return (
    <>
      <Instructions form={form} />
      <Line form={form} name="ownInstruction" />
      <Words form={form} name="note" />
      <RadioGroup
        label={t('disposition.urgency')}
        inline
        name="disposition.urgency"
        value={values.urgency}
        choices={urgencySchema.options.map((urgency) => ({
          value: urgency,
          label: t(`disposition.urgency.${urgency}`),
        }))}
        onChange={(event) => {
          const urgency = urgencySchema.safeParse(event.target.value);
          if (urgency.success) set({ urgency: urgency.data });
        }}
      />
      <div className={styles.pair}>
        <DateField
          compact
          optional
          name="disposition.deadline"
          label={t('disposition.deadline')}
          error={problem('deadline')}
          value={values.deadline}
          onValueChange={(deadline) => {
            set({ deadline });
          }}
        />
        <DateField
          compact
          name="disposition.writtenOn"
          label={t('disposition.writtenOn')}
          error={problem('writtenOn')}
          value={values.writtenOn}
          onValueChange={(writtenOn) => {
            set({ writtenOn });
          }}
        />
      </div>
    </>
  );
}

/** The boxes of the paper form, ticked as the official ticked them. */
function Instructions({ form }: FieldsProps) {
  const t = useMessages();
  const problem = useProblem(form);
  const lineId = useId();
  const { values, set, choices } = form;
  return (
    <fieldset className={styles.ticks} aria-describedby={lineId}>
      <legend className={styles.legend}>{t('disposition.instructions')}</legend>
      <div className={styles.tickBoxes}>
        {choices.map((choice, index) => (
          <Checkbox
            key={choice}
            name={`disposition.instruction-${String(index)}`}
            label={choice}
            checked={values.instructions.includes(choice)}
            onChange={(event) => {
              const others = values.instructions.filter((one) => one !== choice);
              set({ instructions: event.target.checked ? [...others, choice] : others });
            }}
          />
        ))}
      </div>
      <div id={lineId} className={styles.error} aria-live="polite">
        {problem('instructions')}
      </div>
    </fieldset>
  );
}
