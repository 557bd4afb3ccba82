import type { ReactNode } from 'react';
import type {
  LetterTemplate,
  LetterTemplateSignature,
} from '../../../domain/letters/letter-template';
import { Section } from '../../../ui/data/section';
import { Select } from '../../../ui/forms/select';
import { useMessages } from '../../../ui/messages/use-messages';
import { partWords } from '../template-words';
import { Blocks } from './blocks-section';
import { countAt, setAt } from './edit-template';
import { useTemplateDesk } from './editor-context';
import styles from './editor.module.css';
import { LineList, RowList, TextList } from './line-list';
import { PieceText } from './text-field';

/** Every part of the paper that is open, in the order it stands on the paper. */
export function PartSections() {
  const { template } = useTemplateDesk();
  switch (template.shape) {
    case 'korespondensi':
      return <CorrespondenceParts template={template} />;
    case 'judul':
      return <TitledParts template={template} />;
    case 'disposition':
      return <DispositionParts template={template} />;
  }
}

type Of<Shape extends LetterTemplate['shape']> = Extract<LetterTemplate, { shape: Shape }>;

function CorrespondenceParts({ template }: { readonly template: Of<'korespondensi'> }) {
  const t = useMessages();
  const { head, addressee, blocks, signatures, copies } = template;
  return (
    <>
      <Kop kop={template.kop} />
      <Part part="dateline">
        <PieceText path="dateline" />
      </Part>
      <Part part="head" note={t('template.edit.nameStays', { title: template.title })}>
        <RowList path="head" rows={head} />
      </Part>
      <Part part="addressee">
        <PieceText path="addressee.label" />
        <LineList path="addressee.lines" lines={addressee.lines} add={t('template.edit.addLine')} />
      </Part>
      <Part part="blocks">
        <Blocks path="blocks" blocks={blocks} />
      </Part>
      <Signatures signatures={signatures} />
      <Copies copies={copies} />
    </>
  );
}

function TitledParts({ template }: { readonly template: Of<'judul'> }) {
  const t = useMessages();
  const { heading, blocks, signatures, copies, slip } = template;
  return (
    <>
      <Kop kop={template.kop} />
      <Part part="heading" note={t('template.edit.nameStays', { title: template.title })}>
        <TextList path="heading" count={heading.length} />
      </Part>
      <Part part="numberLine">
        <PieceText path="numberLine" />
      </Part>
      <Part part="blocks">
        <Blocks path="blocks" blocks={blocks} />
      </Part>
      <Signatures signatures={signatures} />
      <Copies copies={copies} />
      <Part part="slip">
        <Blocks path="slip" blocks={slip} />
      </Part>
    </>
  );
}

function DispositionParts({ template }: { readonly template: Of<'disposition'> }) {
  const t = useMessages();
  const { left, right, urgency, requests, chain, signatures, copies } = template;
  return (
    <>
      <Kop kop={template.kop} />
      <Part part="heading" note={t('template.edit.nameStays', { title: template.title })}>
        <PieceText path="heading" />
      </Part>
      <Part part="left">
        <RowList path="left" rows={left} />
      </Part>
      <Part part="right">
        <RowList path="right" rows={right} />
      </Part>
      <Part part="urgency">
        <PieceText path="urgency.label" />
        {urgency.choices.map((choice, index) => (
          <PieceText key={choice.urgency} path={`urgency.choices.${index}.text`} />
        ))}
      </Part>
      <Part part="subject">
        <PieceText path="subject.label" />
        <PieceText path="subject.text" condition={template.subject} />
      </Part>
      <Part part="forwardTo">
        <PieceText path="forwardTo.heading" />
        <CountField path="forwardTo.lines" from={1} to={9} label={t('template.edit.lines')} />
        <PieceText path="forwardTo.ending" />
      </Part>
      <Part part="requests">
        <PieceText path="requests.heading" />
        <TextList path="requests.choices" count={requests.choices.length} />
        <CountField path="requests.blanks" from={0} to={5} label={t('template.edit.blanks')} />
      </Part>
      <Part part="chain">
        {chain.columns.map((_, index) => (
          <PieceText key={index} path={`chain.columns.${index}`} />
        ))}
        <PieceText path="chain.blank" />
      </Part>
      <Part part="notesHeading">
        <PieceText path="notesHeading" />
      </Part>
      <Signatures signatures={signatures} />
      <Copies copies={copies} />
    </>
  );
}

function Part(props: {
  readonly part: string;
  /** What of it is not the office's to change here, and where it comes from. */
  readonly note?: string;
  readonly children: ReactNode;
}) {
  const { part, note, children } = props;
  const { speech } = useTemplateDesk();
  return (
    <div id={`part-${part}`} tabIndex={-1} className={styles.part}>
      <Section title={partWords(part, speech.locale)} description={note}>
        <div className={styles.partBody}>{children}</div>
      </Section>
    </div>
  );
}

function Kop({ kop }: { readonly kop: LetterTemplate['kop'] }) {
  const t = useMessages();
  return (
    <Part part="kop" note={t(`template.edit.kopOf.${kop.of}`)}>
      <PieceText path="kop.government" />
      <PieceText path="kop.name" />
      {kop.contact.map((parts, index) => (
        <LineList
          key={index}
          path={`kop.contact.${index}`}
          lines={parts}
          add={t('template.edit.addContact')}
        />
      ))}
    </Part>
  );
}

/** Who signs stays; what stands above and below the name is the office's to word. */
function Signatures(props: { readonly signatures: readonly LetterTemplateSignature[] }) {
  const t = useMessages();
  return (
    <Part part="signatures" note={t('template.edit.signersStay')}>
      {props.signatures.map((signature, index) => (
        <div key={index} className={styles.block}>
          <SignerName actor={signature.actor} number={index + 1} />
          {signature.dateline !== null && <PieceText path={`signatures.${index}.dateline`} />}
          <PieceText path={`signatures.${index}.position`} />
          <PieceText path={`signatures.${index}.name`} />
          <LineList
            path={`signatures.${index}.details`}
            lines={signature.details}
            add={t('template.edit.addLine')}
          />
        </div>
      ))}
    </Part>
  );
}

/** Who it is, in the SOP's own word where it has one. */
function SignerName({ actor, number }: { readonly actor: string; readonly number: number }) {
  const t = useMessages();
  const { speech } = useTemplateDesk();
  const label = speech.names.actors.find(({ key }) => key === actor)?.label;
  return (
    <p className={styles.blockName}>
      {label === undefined
        ? t('template.edit.signer', { number })
        : t('template.edit.signerNamed', { number, actor: label })}
    </p>
  );
}

function Copies({ copies }: Pick<LetterTemplate, 'copies'>) {
  const t = useMessages();
  return (
    <Part part="copies">
      <LineList path="copies" lines={copies} add={t('template.edit.addCopy')} />
    </Part>
  );
}

function CountField(props: {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly label: string;
}) {
  const { editor, template } = useTemplateDesk();
  const { path, from, to, label } = props;
  return (
    <Select
      id={path}
      label={label}
      width="short"
      placeholder={null}
      value={String(countAt(template, path) ?? from)}
      choices={Array.from({ length: to - from + 1 }, (_, index) => {
        const value = String(from + index);
        return { value, label: value };
      })}
      onChange={(event) => {
        const chosen = Number(event.target.value);
        editor.change((was) => setAt(was, path, chosen));
      }}
    />
  );
}
