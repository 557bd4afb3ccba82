import type { Sop } from '../../../domain/sop/sop';
import { FieldGrid, Section } from '../../../ui/data/section';
import { Checkbox } from '../../../ui/forms/radio-group';
import type { Choice } from '../../../ui/forms/select';
import { useMessages, type Translate } from '../../../ui/messages/use-messages';
import { onwardOf, setOnward } from './edit-steps';
import { actorChoices, withGone } from './editor-choices';
import { editRow } from './edit-sop';
import { useSopEditor } from './editor-context';
import { EditorChoice, EditorText } from './editor-fields';
import type { StepPartProps } from './step-fields';

/** No key of a step: keys have no dots. */
const END = '.end';
/** No key of an actor. */
const OTHER = '.other';

/** Longest words of a step in a list; more than this is read at the step itself. */
const SHORT = 48;

function stepChoices(sop: Sop, name: (number: number, activity: string) => string) {
  return sop.steps.map(({ key, number, activity }): Choice => {
    const words = activity.length > SHORT ? `${activity.slice(0, SHORT).trimEnd()}…` : activity;
    return { value: key, label: name(number, words) };
  });
}

/** Where a step leads: passed, refused, left out, disposed. */
export function StepWay({ index, step }: StepPartProps) {
  const t = useMessages();
  const { editor } = useSopEditor();
  const { refusal } = step;
  return (
    <Section title={t('sopEditor.steps.way')}>
      <FieldGrid>
        <Onward index={index} step={step} />
        <Refusal index={index} step={step} />
        {(step.kind === 'dispose' || step.disposesTo) && (
          <Disposition index={index} step={step} t={t} />
        )}
      </FieldGrid>
      {refusal !== undefined && (
        <Checkbox
          compact
          id={`steps.${String(index)}.refusal.renewsDocuments`}
          label={t('sopEditor.field.renewsDocuments')}
          checked={refusal.renewsDocuments}
          onChange={(event) => {
            const renewsDocuments = event.target.checked;
            editor.change((was) =>
              editRow(was, 'steps', index, { refusal: { ...refusal, renewsDocuments } }),
            );
          }}
        />
      )}
      <Checkbox
        compact
        id={`steps.${String(index)}.optional`}
        label={t('sopEditor.field.optional')}
        checked={step.optional}
        onChange={(event) => {
          const optional = event.target.checked;
          editor.change((was) => editRow(was, 'steps', index, { optional }));
        }}
      />
    </Section>
  );
}

function Onward({ index, step }: StepPartProps) {
  const t = useMessages();
  const { sop } = useSopEditor();
  const onward = onwardOf(step);
  const value = onward.kind === 'step' ? onward.key : onward.kind === 'end' ? END : '';
  const others = stepChoices(sop, (number, activity) =>
    t('sopEditor.onward.step', { number, activity }),
  ).filter(({ value: key }) => key !== step.key || key === value);
  const choices = [...others, { value: END, label: t('sopEditor.onward.end') }];
  return (
    <EditorChoice
      path={`steps.${String(index)}.passesTo`}
      label={t('sopEditor.field.passesTo')}
      value={value}
      placeholder={t('sopEditor.onward.next')}
      choices={withGone(choices, value, (key) => t('sopEditor.gone', { key }))}
      edit={(was, chosen) =>
        setOnward(
          was,
          index,
          chosen === ''
            ? { kind: 'next-row' }
            : chosen === END
              ? { kind: 'end' }
              : { kind: 'step', key: chosen },
        )
      }
    />
  );
}

function Refusal({ index, step }: StepPartProps) {
  const t = useMessages();
  const { sop } = useSopEditor();
  const value = step.refusal?.returnsTo ?? '';
  const earlier = stepChoices(sop, (number, activity) =>
    t('sopEditor.refusal.step', { number, activity }),
  ).filter(({ value: key }, place) => place <= index || key === value);
  const isSubmit = step.kind === 'submit';
  return (
    <EditorChoice
      path={`steps.${String(index)}.refusal.returnsTo`}
      label={t('sopEditor.field.refusal')}
      value={value}
      note={isSubmit ? t('sopEditor.refusal.submit') : undefined}
      placeholder={t('sopEditor.refusal.none')}
      disabled={isSubmit && value === ''}
      choices={withGone(earlier, value, (key) => t('sopEditor.gone', { key }))}
      edit={(was, returnsTo) =>
        editRow(was, 'steps', index, {
          refusal:
            returnsTo === ''
              ? undefined
              : {
                  returnsTo,
                  renewsDocuments: step.refusal?.renewsDocuments ?? false,
                  inferred: false,
                },
        })
      }
    />
  );
}

function Disposition({ index, step, t }: StepPartProps & { readonly t: Translate }) {
  const { sop } = useSopEditor();
  const target = step.disposesTo;
  const value = target === undefined ? '' : (target.actor ?? OTHER);
  const path = `steps.${String(index)}.disposesTo`;
  const choices = [
    ...withGone(actorChoices(sop, t('sopEditor.nameless')), value === OTHER ? '' : value, (key) =>
      t('sopEditor.gone', { key }),
    ),
    { value: OTHER, label: t('sopEditor.target.other') },
  ];
  return (
    <>
      <EditorChoice
        path={target === undefined ? path : `${path}.actor`}
        label={t('sopEditor.field.disposesTo')}
        value={value}
        placeholder={t('sopEditor.target.none')}
        choices={choices}
        edit={(was, chosen) => {
          if (chosen === '') return editRow(was, 'steps', index, { disposesTo: undefined });
          const actor = chosen === OTHER ? null : chosen;
          const label = was.actors.find(({ key }) => key === actor)?.label ?? '';
          return editRow(was, 'steps', index, { disposesTo: { actor, label, inferred: false } });
        }}
      />
      {target !== undefined && (
        <EditorText
          path={`${path}.label`}
          label={t('sopEditor.field.targetLabel')}
          value={target.label}
          edit={(was, label) =>
            editRow(was, 'steps', index, { disposesTo: { ...target, label, inferred: false } })
          }
        />
      )}
    </>
  );
}
