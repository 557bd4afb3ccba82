import { stepKindSchema, type SopStep } from '../../../domain/sop/sop';
import { Section, Stack } from '../../../ui/data/section';
import { Select } from '../../../ui/forms/select';
import { TextField } from '../../../ui/forms/text-field';
import { useMessages } from '../../../ui/messages/use-messages';
import { useTypedText } from '../../shared/use-typed-text';
import { actorChoices, withGone } from './editor-choices';
import { editRow, nameRow, typeName } from './edit-sop';
import { useSopEditor } from './editor-context';
import { EditorArea, EditorChoice, textOrNull, useFieldProblem } from './editor-fields';
import styles from './editor.module.css';
import { parseStandardTime, standardTimeText } from './standard-time-text';
import { StepActors, StepPapers } from './step-papers';
import { StepWay } from './step-way';

/** What every part of a step's fields is about. */
export interface StepPartProps {
  readonly index: number;
  readonly step: SopStep;
}

/** One step's fields, in the order of the table's columns. */
export function StepFields({ index }: { readonly index: number }) {
  const { sop } = useSopEditor();
  const step = sop.steps[index];
  if (step === undefined) return null;
  return (
    <Stack>
      <WorkFields index={index} step={step} />
      <QualityFields index={index} step={step} />
      <StepPapers index={index} step={step} />
      <StepWay index={index} step={step} />
    </Stack>
  );
}

function WorkFields({ index, step }: StepPartProps) {
  const t = useMessages();
  const { sop } = useSopEditor();
  const path = `steps.${String(index)}`;
  const kinds = stepKindSchema.options.map((value) => ({
    value,
    label: t(`sopEditor.kind.${value}`),
  }));
  const gone = (key: string) => t('sopEditor.gone', { key });
  return (
    <Section title={t('sopEditor.steps.row', { number: index + 1 })}>
      <EditorArea
        path={`${path}.activity`}
        label={t('sopEditor.field.activity')}
        value={step.activity}
        note={
          step.source === null
            ? undefined
            : step.source.reading === undefined
              ? undefined
              : `${t('sopEditor.steps.source')}: ${step.source.reading}`
        }
        edit={(was, words, isDone) =>
          isDone ? nameRow(was, 'steps', index, words) : typeName(was, 'steps', index, words)
        }
      />
      <div className={styles.pair}>
        <EditorChoice
          path={`${path}.actor`}
          label={t('sopEditor.field.actor')}
          value={step.actor}
          choices={withGone(actorChoices(sop, t('sopEditor.nameless')), step.actor, gone)}
          edit={(was, actor) =>
            editRow(was, 'steps', index, {
              actor,
              inferred: false,
              alternateActors: step.alternateActors.filter((other) => other !== actor),
            })
          }
        />
        <EditorChoice
          path={`${path}.kind`}
          label={t('sopEditor.field.kind')}
          value={step.kind}
          note={t(`sopEditor.kind.${step.kind}.text`)}
          choices={kinds}
          edit={(was, kind) => editRow(was, 'steps', index, { kind: stepKindSchema.parse(kind) })}
        />
      </div>
      <StepActors index={index} step={step} />
    </Section>
  );
}

const cells = ['completeness', 'output', 'note'] as const;

function QualityFields({ index, step }: StepPartProps) {
  const t = useMessages();
  return (
    <Section title={t('sopEditor.steps.quality')}>
      <TimeFields index={index} step={step} />
      {cells.map((name) => (
        <EditorArea
          key={name}
          path={`steps.${String(index)}.${name}`}
          label={t(`sopEditor.field.${name}`)}
          optional
          value={step[name] ?? ''}
          edit={(was, text) => editRow(was, 'steps', index, { [name]: textOrNull(text) })}
        />
      ))}
    </Section>
  );
}

/** Amount and unit; an amount that is none is kept as typed, and the check says so. */
function TimeFields({ index, step }: StepPartProps) {
  const t = useMessages();
  const { editor, sheet } = useSopEditor();
  const path = `steps.${String(index)}.standardTime`;
  const unit = step.standardTime?.unit ?? 'minutes';
  const unread = sheet.unreadTimes[step.key];
  const shown = unread ?? standardTimeText(step.standardTime);
  const text = useTypedText(editor, shown, (typed, typing) => {
    editor.type((was) => {
      const time = parseStandardTime(typed, unit);
      const { [step.key]: _, ...others } = was.unreadTimes;
      if (!time.ok) return { ...was, unreadTimes: { ...others, [step.key]: typed } };
      const sop = editRow(was.sop, 'steps', index, { standardTime: time.value });
      return { ...was, sop, unreadTimes: others };
    }, typing);
  });
  const problem = useFieldProblem(path);
  const refused =
    unread === undefined ? problem : { error: t('sopEditor.time.refused', { text: unread }) };
  return (
    <div className={styles.pair}>
      <TextField
        {...refused}
        id={path}
        label={t('sopEditor.field.standardTime')}
        note={t('sopEditor.time.hint')}
        optional
        inputMode="decimal"
        value={text.value}
        onChange={(event) => text.onType(event.target.value)}
        onBlur={text.onBlur}
      />
      <Select
        id={`${path}.unit`}
        label={t('sopEditor.field.timeUnit')}
        value={unit}
        placeholder={null}
        disabled={step.standardTime === null}
        choices={[
          { value: 'minutes', label: t('sopEditor.time.minutes') },
          { value: 'working-days', label: t('sopEditor.time.workingDays') },
        ]}
        onChange={(event) => {
          const chosen = event.target.value === 'minutes' ? 'minutes' : 'working-days';
          editor.change((was) => {
            const time = was.steps[index]?.standardTime;
            return time
              ? editRow(was, 'steps', index, { standardTime: { ...time, unit: chosen } })
              : was;
          });
        }}
      />
    </div>
  );
}
