import { CornerDownRight, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  LETTER_BLOCK_KINDS,
  type LetterTemplateBlock,
} from '../../../domain/letters/letter-template';
import { Button } from '../../../ui/controls/button';
import { ButtonRow } from '../../../ui/data/section';
import { Checkbox } from '../../../ui/forms/radio-group';
import { Select } from '../../../ui/forms/select';
import { useMessages } from '../../../ui/messages/use-messages';
import { ConditionFields } from './condition-fields';
import { freshBlock, insertAt, setAt } from './edit-template';
import { useTemplateDesk } from './editor-context';
import styles from './editor.module.css';
import { LineButtons } from './line-buttons';
import { LineList, RowList } from './line-list';
import { PieceText } from './text-field';

interface BlocksProps {
  /** `blocks`, or the slip's. */
  readonly path: 'blocks' | 'slip';
  readonly blocks: readonly LetterTemplateBlock[];
}

/** The body of a paper, block by block, in its order. */
export function Blocks({ path, blocks }: BlocksProps) {
  return (
    <>
      <ol className={styles.blocks}>
        {blocks.map((block, index) => (
          <li key={index} className={styles.block} data-block={`${path}.${index}`}>
            <Block list={path} index={index} count={blocks.length} block={block} />
          </li>
        ))}
      </ol>
      <AddBlock path={path} count={blocks.length} />
    </>
  );
}

/** Puts a block of a kind at the end; it can be moved from there. */
function AddBlock({ path, count }: { readonly path: string; readonly count: number }) {
  const t = useMessages();
  const { editor, goTo } = useTemplateDesk();
  return (
    <ButtonRow>
      {LETTER_BLOCK_KINDS.map((kind) => (
        <Button
          key={kind}
          size="small"
          variant="plain"
          icon={Plus}
          id={kind === 'paragraph' ? path : `${path}.add.${kind}`}
          data-add={`${path}.${kind}`}
          onClick={() => {
            editor.change((was) => insertAt(was, path, count, freshBlock(kind)));
            goTo(firstText(`${path}.${count}`, kind));
          }}
        >
          {t(`template.block.${kind}`)}
        </Button>
      ))}
    </ButtonRow>
  );
}

/** Where the writing of a new block begins. */
function firstText(path: string, kind: LetterTemplateBlock['kind']): string {
  switch (kind) {
    case 'paragraph':
      return `${path}.text`;
    case 'table':
      return `${path}.rows.0.label`;
    case 'list':
    case 'choices':
      return `${path}.items.0.text`;
    default:
      return path;
  }
}

interface BlockProps {
  readonly list: string;
  readonly index: number;
  readonly count: number;
  readonly block: LetterTemplateBlock;
}

function Block({ list, index, count, block }: BlockProps) {
  const t = useMessages();
  const { editor, goTo } = useTemplateDesk();
  const [isOpen, setIsOpen] = useState(false);
  const path = `${list}.${index}`;
  const kind = t(`template.block.${block.kind}`);
  const name = t('template.block.numbered', { kind, number: index + 1 });
  return (
    <div role="group" aria-label={name} id={path} tabIndex={-1} className={styles.blockBody}>
      <div className={styles.blockHead}>
        <span className={styles.blockName}>{name}</span>
        <Button
          size="small"
          variant="plain"
          icon={CornerDownRight}
          title={t('template.edit.addBelow', { name })}
          aria-label={t('template.edit.addBelow', { name })}
          data-action="add-below"
          onClick={() => {
            editor.change((was) => insertAt(was, list, index + 1, freshBlock('paragraph')));
            goTo(`${list}.${index + 1}.text`);
          }}
        />
        <LineButtons
          list={list}
          index={index}
          count={count}
          name={name}
          conditions={
            block.kind === 'paragraph'
              ? {
                  isOpen,
                  toggle: () => {
                    setIsOpen(!isOpen);
                  },
                }
              : undefined
          }
        />
      </div>
      <BlockWords path={path} block={block} />
      {isOpen && block.kind === 'paragraph' && (
        <>
          <Checkbox
            compact
            id={`${path}.indented`}
            label={t('template.edit.indented')}
            checked={block.indented}
            onChange={(event) => {
              const { checked } = event.target;
              editor.change((was) => setAt(was, `${path}.indented`, checked));
            }}
          />
          <ConditionFields path={path} name={name} line={block} />
        </>
      )}
    </div>
  );
}

function BlockWords({ path, block }: { readonly path: string } & Pick<BlockProps, 'block'>) {
  const t = useMessages();
  const { editor } = useTemplateDesk();
  switch (block.kind) {
    case 'paragraph':
      return <PieceText path={`${path}.text`} condition={block} />;
    case 'table':
      return <RowList path={`${path}.rows`} rows={block.rows} />;
    case 'list':
    case 'choices':
      return (
        <LineList path={`${path}.items`} lines={block.items} add={t('template.edit.addItem')} />
      );
    case 'papers':
      return (
        <Select
          bare
          id={`${path}.of`}
          label={t('template.block.papersOf')}
          placeholder={null}
          value={block.of}
          choices={(['held', 'missing'] as const).map((value) => ({
            value,
            label: t(`template.block.papersOf.${value}`),
          }))}
          onChange={(event) => {
            const { value } = event.target;
            editor.change((was) => setAt(was, `${path}.of`, value));
          }}
        />
      );
    case 'steps':
      return <p className={styles.words}>{t('template.block.steps.text')}</p>;
  }
}
