import { Trash2 } from 'lucide-react';
import { letterTemplates } from '../../../documents/letter-templates';
import type { SopRequirement } from '../../../domain/sop/sop';
import { Button } from '../../../ui/controls/button';
import { Section } from '../../../ui/data/section';
import { Select } from '../../../ui/forms/select';
import { useLocale, useMessages } from '../../../ui/messages/use-messages';
import { documentLabel, letterTitle } from '../../shared/sop-words';
import { CheckList } from './check-list';
import { actorChoices, documentChoices, letterChoices } from './editor-choices';
import { editRow } from './edit-sop';
import { useSopEditor } from './editor-context';
import styles from './editor.module.css';
import type { StepPartProps } from './step-fields';

/** Who else may do the step. */
export function StepActors({ index, step }: StepPartProps) {
  const t = useMessages();
  const { editor, sop } = useSopEditor();
  const others = actorChoices(sop, t('sopEditor.nameless')).filter(
    ({ value }) => value !== step.actor,
  );
  return (
    <CheckList
      path={`steps.${String(index)}.alternateActors`}
      label={t('sopEditor.field.alternateActors')}
      choices={others}
      chosen={step.alternateActors}
      onChange={(alternateActors) => {
        editor.change((was) => editRow(was, 'steps', index, { alternateActors }));
      }}
    />
  );
}

/** The documents a step asks for, and the letters it makes. */
export function StepPapers({ index, step }: StepPartProps) {
  const t = useMessages();
  const { editor } = useSopEditor();
  return (
    <Section title={t('sopEditor.steps.papers')}>
      <div className={styles.group}>
        <h3 className={styles.groupTitle} id={`steps.${String(index)}.requires`} tabIndex={-1}>
          {t('sopEditor.field.requires')}
        </h3>
        {step.requires.length === 0 && (
          <p className={styles.words}>{t('sopEditor.requires.none')}</p>
        )}
        {step.requires.map((_, place) => (
          <Requirement key={place} index={index} step={step} place={place} />
        ))}
        <AddRequirement index={index} step={step} />
      </div>
      <CheckList
        path={`steps.${String(index)}.letters`}
        label={t('sopEditor.field.letters')}
        choices={letterChoices(letterTemplates)}
        chosen={step.letters}
        onChange={(letters) => {
          editor.change((was) => editRow(was, 'steps', index, { letters }));
        }}
      />
    </Section>
  );
}

function AddRequirement({ index, step }: StepPartProps) {
  const t = useMessages();
  const locale = useLocale();
  const { editor, sop } = useSopEditor();
  const label = (key: string) => documentLabel(sop, key, locale);
  const free = documentChoices(sop, label, t('sopEditor.nameless')).filter(
    ({ value }) => !step.requires.some(({ document }) => document === value),
  );
  return (
    <Select
      id={`steps.${String(index)}.requires.add`}
      label={t('sopEditor.requires.add')}
      width="long"
      value=""
      placeholder={t('sopEditor.requires.choose')}
      choices={free}
      onChange={(event) => {
        const document = event.target.value;
        if (document === '') return;
        const asked: SopRequirement = { document, source: null, inferred: false };
        editor.change((was) =>
          editRow(was, 'steps', index, { requires: [...step.requires, asked] }),
        );
      }}
    />
  );
}

function Requirement({ index, step, place }: StepPartProps & { readonly place: number }) {
  const t = useMessages();
  const locale = useLocale();
  const { editor, sop } = useSopEditor();
  const asked = step.requires[place];
  if (asked === undefined) return null;
  const path = `steps.${String(index)}.requires.${String(place)}`;
  const label = documentLabel(sop, asked.document, locale).trim() || t('sopEditor.nameless');
  const reasons = sop.reasons.map((reason) => ({
    value: reason.key,
    label: reason.label.trim() || t('sopEditor.nameless'),
  }));
  const setAsked = (requires: SopRequirement[]) => {
    editor.change((was) => editRow(was, 'steps', index, { requires }));
  };
  const madeBy = sop.documents.find(({ key }) => key === asked.document)?.madeByLetter;
  return (
    <div className={styles.requirement} id={`${path}.document`} tabIndex={-1}>
      <span className={styles.requirementName}>
        {label}
        {madeBy !== undefined && <span className={styles.faint}> · {letterTitle(madeBy)}</span>}
      </span>
      <Button
        size="small"
        variant="plain"
        icon={Trash2}
        aria-label={t('sheet.removeNamed', { name: label })}
        onClick={() => setAsked(step.requires.filter((_, other) => other !== place))}
      />
      {(reasons.length > 0 || (asked.onlyForReasons ?? []).length > 0) && (
        <CheckList
          path={`${path}.onlyForReasons`}
          label={t('sopEditor.field.onlyForReasons')}
          hint={t('sopEditor.requires.all')}
          choices={reasons}
          chosen={asked.onlyForReasons ?? []}
          onChange={(keys) => {
            const { onlyForReasons: _, ...rest } = asked;
            const next = keys.length === 0 ? rest : { ...rest, onlyForReasons: keys };
            setAsked(step.requires.map((one, other) => (other === place ? next : one)));
          }}
        />
      )}
    </div>
  );
}
