import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { letterTemplates } from '../../../documents/letter-templates';
import { actorSideSchema, type Sop } from '../../../domain/sop/sop';
import { Button } from '../../../ui/controls/button';
import { FieldGrid, Section } from '../../../ui/data/section';
import { useToast } from '../../../ui/feedback/toast';
import { Checkbox } from '../../../ui/forms/radio-group';
import { useMessages } from '../../../ui/messages/use-messages';
import { actorChoices, letterChoices, withGone } from './editor-choices';
import {
  addActor,
  addDocument,
  addReason,
  editRow,
  moveRow,
  nameRow,
  removeRow,
  typeName,
  type RowList,
} from './edit-sop';
import { useSopEditor } from './editor-context';
import { EditorChoice, EditorText } from './editor-fields';
import styles from './editor.module.css';

type PartList = Exclude<RowList, 'steps'>;

const adding = {
  actors: addActor,
  documents: addDocument,
  reasons: addReason,
} as const satisfies Readonly<Record<PartList, (sop: Sop) => Sop>>;

interface PartSectionProps {
  readonly list: PartList;
  readonly children: (index: number) => ReactNode;
}

/** A list of an SOP's parts, each row with its fields and what can be done with it. */
function PartSection({ list, children }: PartSectionProps) {
  const t = useMessages();
  const { editor, sop, goTo } = useSopEditor();
  const rows = sop[list];
  return (
    <Section
      title={t(`sopEditor.section.${list}`)}
      description={t(`sopEditor.${list}.text`)}
      actions={
        <Button
          size="small"
          icon={Plus}
          id={list}
          data-action={`add-${list}`}
          onClick={() => {
            editor.change(adding[list]);
            goTo(`${list}.${String(rows.length)}.label`);
          }}
        >
          {t(`sopEditor.${list}.add`)}
        </Button>
      }
    >
      {rows.length === 0 && <p className={styles.words}>{t(`sopEditor.${list}.none`)}</p>}
      <ol className={styles.rows}>
        {rows.map((row, index) => (
          <li key={index} className={styles.row} data-row={row.key}>
            {children(index)}
            <RowButtons list={list} index={index} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function RowButtons({ list, index }: { readonly list: PartList; readonly index: number }) {
  const t = useMessages();
  const toast = useToast();
  const { editor, sop, goTo } = useSopEditor();
  const label = sop[list][index]?.label.trim() ?? '';
  const name = label === '' ? t(`sopEditor.${list}.row`, { number: index + 1 }) : label;
  const last = sop[list].length - 1;

  function remove(): void {
    editor.settle();
    const before = editor.history().present;
    editor.change((was) => removeRow(was, list, index));
    toast({
      text: t('sheet.removed', { name }),
      action: { label: t('ui.undo'), run: () => editor.backTo(before) },
    });
  }

  /** The row's own button keeps the focus, so that it can be moved on. */
  function move(by: -1 | 1): void {
    editor.change((was) => moveRow(was, list, index, by));
    const place = index + by;
    const isAtEnd = by === -1 ? place === 0 : place === last;
    const button = (by === -1) === isAtEnd ? 'down' : 'up';
    goTo(`${list}.${String(place)}.${button}`);
  }

  return (
    <span className={styles.rowButtons}>
      <Button
        size="small"
        variant="plain"
        icon={ArrowUp}
        disabled={index === 0}
        aria-label={t('sheet.upNamed', { name })}
        id={`${list}.${String(index)}.up`}
        onClick={() => move(-1)}
      />
      <Button
        size="small"
        variant="plain"
        icon={ArrowDown}
        disabled={index === last}
        aria-label={t('sheet.downNamed', { name })}
        id={`${list}.${String(index)}.down`}
        onClick={() => move(1)}
      />
      <Button
        size="small"
        variant="plain"
        icon={Trash2}
        aria-label={t('sheet.removeNamed', { name })}
        onClick={remove}
      />
    </span>
  );
}

/** Words of a row; a new one gets its key once the field is left. */
function named(list: PartList, index: number) {
  return (sop: Sop, label: string, isDone: boolean) =>
    isDone ? nameRow(sop, list, index, label) : typeName(sop, list, index, label);
}

/** Numbers of the steps of which something holds, as words: "1, 4, 7"; "" for none. */
function stepNumbers(sop: Sop, holds: (step: Sop['steps'][number]) => boolean): string {
  return sop.steps
    .filter(holds)
    .map(({ number }) => number)
    .join(', ');
}

export function ActorsSection() {
  return <PartSection list="actors">{(index) => <ActorFields index={index} />}</PartSection>;
}

function ActorFields({ index }: { readonly index: number }) {
  const t = useMessages();
  const { sop } = useSopEditor();
  const actor = sop.actors[index];
  if (actor === undefined) return null;
  const path = `actors.${String(index)}`;
  const steps = stepNumbers(
    sop,
    (step) =>
      step.actor === actor.key ||
      step.alternateActors.includes(actor.key) ||
      step.disposesTo?.actor === actor.key,
  );
  return (
    <FieldGrid>
      <EditorText
        path={`${path}.label`}
        label={t('sopEditor.actors.row', { number: index + 1 })}
        value={actor.label}
        note={steps === '' ? t('sopEditor.actors.unused') : t('sopEditor.actors.uses', { steps })}
        edit={named('actors', index)}
      />
      <EditorChoice
        path={`${path}.side`}
        label={t('sopEditor.field.side')}
        value={actor.side}
        choices={actorSideSchema.options.map((value) => ({
          value,
          label: t(`sopEditor.side.${value}`),
        }))}
        edit={(was, side) => editRow(was, 'actors', index, { side: actorSideSchema.parse(side) })}
      />
    </FieldGrid>
  );
}

export function DocumentsSection() {
  return <PartSection list="documents">{(index) => <DocumentFields index={index} />}</PartSection>;
}

function DocumentFields({ index }: { readonly index: number }) {
  const t = useMessages();
  const { sop } = useSopEditor();
  const document = sop.documents[index];
  if (document === undefined) return null;
  const path = `documents.${String(index)}`;
  const gone = (key: string) => t('sopEditor.gone', { key });
  const steps = stepNumbers(sop, ({ requires }) =>
    requires.some((one) => one.document === document.key),
  );
  const { madeByLetter = '', broughtBy = '' } = document;
  return (
    <FieldGrid>
      <EditorText
        path={`${path}.label`}
        label={t('sopEditor.documents.row', { number: index + 1 })}
        value={document.label}
        note={
          steps === ''
            ? t('sopEditor.documents.unasked')
            : t('sopEditor.documents.asked', { steps })
        }
        edit={named('documents', index)}
      />
      <EditorChoice
        path={`${path}.madeByLetter`}
        label={t('sopEditor.field.madeByLetter')}
        value={madeByLetter}
        choices={withGone(letterChoices(letterTemplates), madeByLetter, gone)}
        placeholder={t('sopEditor.documents.noLetter')}
        edit={(was, letter) =>
          editRow(was, 'documents', index, { madeByLetter: letter === '' ? undefined : letter })
        }
      />
      <EditorChoice
        path={`${path}.broughtBy`}
        label={t('sopEditor.field.broughtBy')}
        value={broughtBy}
        choices={withGone(actorChoices(sop, t('sopEditor.nameless')), broughtBy, gone)}
        placeholder={t('sopEditor.documents.nobody')}
        edit={(was, actor) =>
          editRow(was, 'documents', index, { broughtBy: actor === '' ? undefined : actor })
        }
      />
    </FieldGrid>
  );
}

export function ReasonsSection() {
  return <PartSection list="reasons">{(index) => <ReasonFields index={index} />}</PartSection>;
}

/** RFC 5280, 5.3.1; 7 is not used. */
const crlReasonCodes = [0, 1, 2, 3, 4, 5, 6, 8, 9, 10] as const;

function ReasonFields({ index }: { readonly index: number }) {
  const t = useMessages();
  const { editor, sop } = useSopEditor();
  const reason = sop.reasons[index];
  if (reason === undefined) return null;
  const path = `reasons.${String(index)}`;
  return (
    <div>
      <FieldGrid>
        <EditorText
          path={`${path}.label`}
          label={t('sopEditor.reasons.row', { number: index + 1 })}
          value={reason.label}
          edit={named('reasons', index)}
        />
        <EditorText
          path={`${path}.letterText`}
          label={t('sopEditor.field.letterText')}
          note={t('sopEditor.reasons.letterHint')}
          value={reason.letterText}
          edit={(was, letterText) => editRow(was, 'reasons', index, { letterText })}
        />
        <EditorChoice
          path={`${path}.crlReasonCode`}
          label={t('sopEditor.field.crlReasonCode')}
          value={reason.crlReasonCode === null ? '' : String(reason.crlReasonCode)}
          choices={crlReasonCodes.map((code) => ({
            value: String(code),
            label: t(`sopEditor.crl.${code}`),
          }))}
          placeholder={t('sopEditor.reasons.codeNone')}
          edit={(was, code) =>
            editRow(was, 'reasons', index, {
              crlReasonCode: code === '' ? null : Number(code),
              inferred: false,
            })
          }
        />
      </FieldGrid>
      <Checkbox
        compact
        id={`${path}.noteRequired`}
        label={t('sopEditor.field.noteRequired')}
        checked={reason.noteRequired}
        onChange={(event) => {
          const noteRequired = event.target.checked;
          editor.change((was) => editRow(was, 'reasons', index, { noteRequired }));
        }}
      />
    </div>
  );
}
