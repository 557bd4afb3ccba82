import { Plus, Trash2 } from 'lucide-react';
import { serviceSchema, type SopIdentity } from '../../../domain/sop/sop';
import { Button } from '../../../ui/controls/button';
import { FieldGrid, Section, Stack } from '../../../ui/data/section';
import { DateField } from '../../../ui/forms/date-field';
import { useLocale, useMessages } from '../../../ui/messages/use-messages';
import { serviceLabel } from '../../shared/sop-words';
import { useTypedText } from '../../shared/use-typed-text';
import { editIdentity } from './edit-sop';
import { useSopEditor } from './editor-context';
import {
  EditorArea,
  EditorChoice,
  EditorLines,
  EditorText,
  textOrNull,
  useFieldProblem,
} from './editor-fields';
import styles from './editor.module.css';

/** The block on top of an SOP's paper. */
export function IdentitySection() {
  const t = useMessages();
  return (
    <Stack>
      <HeadFields />
      <DateFields />
      <LegalBases />
      <ListFields />
      <Section title={t('sopEditor.calendar')}>
        <p className={styles.words}>
          {t('sopEditor.calendar.text')}{' '}
          <a href="#/pengaturan?bagian=calendar">{t('sopEditor.calendar.link')}</a>.
        </p>
      </Section>
    </Stack>
  );
}

function HeadFields() {
  const t = useMessages();
  const locale = useLocale();
  const { sop, isPublished } = useSopEditor();
  const { identity } = sop;
  const services = serviceSchema.options.map((value) => ({
    value,
    label: serviceLabel(value, locale),
  }));
  return (
    <Section title={t('sopEditor.identity.block')}>
      <FieldGrid>
        <EditorText
          path="identity.title"
          label={t('sopEditor.field.title')}
          value={identity.title}
          edit={(was, title) => editIdentity(was, { title })}
        />
        <EditorText
          path="identity.number"
          label={t('sopEditor.field.number')}
          value={identity.number}
          edit={(was, number) => editIdentity(was, { number })}
        />
        <EditorText
          path="identity.office"
          label={t('sopEditor.field.office')}
          value={identity.office}
          edit={(was, office) => editIdentity(was, { office })}
        />
        <EditorText
          path="identity.unit"
          label={t('sopEditor.field.unit')}
          optional
          value={identity.unit ?? ''}
          edit={(was, unit) => editIdentity(was, { unit: textOrNull(unit) })}
        />
        <EditorChoice
          path="service"
          label={t('sopEditor.field.service')}
          value={sop.service}
          choices={services}
          edit={(was, service) => ({ ...was, service: serviceSchema.parse(service) })}
        />
        <EditorText
          path="id"
          label={t('sopEditor.field.id')}
          note={t(isPublished ? 'sopEditor.identity.idFixed' : 'sopEditor.identity.idHint')}
          disabled={isPublished}
          value={sop.id}
          edit={(was, id) => ({ ...was, id: id.trim() })}
        />
      </FieldGrid>
    </Section>
  );
}

const dates = ['createdOn', 'revisedOn', 'effectiveOn'] as const;

function DateFields() {
  const t = useMessages();
  const { sop } = useSopEditor();
  return (
    <Section title={t('sopEditor.identity.dates')}>
      <FieldGrid>
        {dates.map((name) => (
          <IdentityDate key={name} name={name} />
        ))}
        <EditorText
          path="identity.approvedBy"
          label={t('sopEditor.field.approvedBy')}
          optional
          value={sop.identity.approvedBy ?? ''}
          edit={(was, title) => editIdentity(was, { approvedBy: textOrNull(title) })}
        />
      </FieldGrid>
    </Section>
  );
}

/** A day; what is no day yet is kept as typed, and the check says so. */
function IdentityDate({ name }: { readonly name: (typeof dates)[number] }) {
  const t = useMessages();
  const { editor, sop } = useSopEditor();
  const path = `identity.${name}`;
  const text = useTypedText(editor, sop.identity[name] ?? '', (day, typing) => {
    editor.type(
      (sheet) => ({ ...sheet, sop: editIdentity(sheet.sop, { [name]: textOrNull(day) }) }),
      typing,
    );
  });
  return (
    <DateField
      {...useFieldProblem(path)}
      id={path}
      label={t(`sopEditor.field.${name}`)}
      optional
      value={text.value}
      onValueChange={text.onType}
      onBlur={text.onBlur}
    />
  );
}

function LegalBases() {
  const t = useMessages();
  const { editor, sop } = useSopEditor();
  const { legalBases } = sop.identity;
  const setBases = (bases: SopIdentity['legalBases']) => {
    editor.change((was) => editIdentity(was, { legalBases: bases }));
  };
  return (
    <Section
      title={t('sopEditor.field.legalBases')}
      actions={
        <Button
          size="small"
          icon={Plus}
          onClick={() => setBases([...legalBases, { text: '', correction: null }])}
        >
          {t('sopEditor.identity.addBasis')}
        </Button>
      }
    >
      {legalBases.length === 0 && <p className={styles.words}>{t('sopEditor.identity.noBasis')}</p>}
      <ul className={styles.rows}>
        {legalBases.map((_, index) => (
          <li key={index} className={styles.row}>
            <BasisFields index={index} />
            <Button
              size="small"
              variant="plain"
              icon={Trash2}
              aria-label={t('sheet.removeNamed', {
                name: t('sopEditor.identity.basis', { number: index + 1 }),
              })}
              onClick={() => setBases(legalBases.filter((_basis, place) => place !== index))}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function BasisFields({ index }: { readonly index: number }) {
  const t = useMessages();
  const { sop } = useSopEditor();
  const basis = sop.identity.legalBases[index];
  const path = `identity.legalBases.${String(index)}`;
  const number = index + 1;
  return (
    <FieldGrid>
      <EditorArea
        path={`${path}.text`}
        label={t('sopEditor.identity.basis', { number })}
        value={basis?.text ?? ''}
        edit={(was, text) =>
          editIdentity(was, { legalBases: withBasis(was.identity, index, { text }) })
        }
      />
      <EditorArea
        path={`${path}.correction`}
        label={t('sopEditor.identity.basisCorrection', { number })}
        optional
        value={basis?.correction ?? ''}
        edit={(was, text) => {
          const correction = textOrNull(text);
          return editIdentity(was, { legalBases: withBasis(was.identity, index, { correction }) });
        }}
      />
    </FieldGrid>
  );
}

function withBasis(
  { legalBases }: SopIdentity,
  index: number,
  fields: Partial<SopIdentity['legalBases'][number]>,
): SopIdentity['legalBases'] {
  return legalBases.map((basis, place) => (place === index ? { ...basis, ...fields } : basis));
}

const lists = ['qualifications', 'relatedSops', 'equipment', 'warnings', 'records'] as const;

function ListFields() {
  const t = useMessages();
  const { sop } = useSopEditor();
  return (
    <Section title={t('sopEditor.identity.lists')} description={t('sopEditor.identity.lineHint')}>
      <FieldGrid>
        {lists.map((name) => (
          <EditorLines
            key={name}
            path={`identity.${name}`}
            label={t(`sopEditor.field.${name}`)}
            optional
            lines={sop.identity[name]}
            edit={(was, lines) => editIdentity(was, { [name]: lines })}
          />
        ))}
        <EditorLines
          path="notices"
          label={t('sopEditor.field.notices')}
          optional
          lines={sop.notices}
          edit={(was, notices) => ({ ...was, notices })}
        />
      </FieldGrid>
    </Section>
  );
}
