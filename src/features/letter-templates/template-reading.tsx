import type { LetterTemplate, LetterTemplateBlock } from '../../domain/letters/letter-template';
import { splitLetterText } from '../../domain/letters/letter-markup';
import { letterTexts, type LetterTemplateText } from '../../domain/letters/letter-texts';
import type { Locale } from '../../messages/catalogue';
import { Section, Stack } from '../../ui/data/section';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { textAt, valueAt } from './editor/edit-template';
import styles from './letter-templates.module.css';
import { conditionWords, fieldChoiceName, partWords, placeWords } from './template-words';
import { useTemplateSpeech } from './use-template-speech';

/** A paper's text to read, in the order of the paper: fields by name, and when a piece is printed. */
export function TemplateReading({ template }: { readonly template: LetterTemplate }) {
  const t = useMessages();
  const locale = useLocale();
  const groups = groupsOf(template);
  return (
    <Section title={t('template.reading')} description={t('template.readingText')}>
      <Stack>
        {groups.map(({ part, pieces }) => (
          <section key={part} aria-label={partWords(part, locale)}>
            <h3 className={styles.partTitle}>{partWords(part, locale)}</h3>
            <ul className={styles.pieces}>
              {pieces.map((piece) =>
                piece.kind === 'text' ? (
                  <Piece key={piece.path} template={template} piece={piece} />
                ) : (
                  <li key={piece.path} className={styles.words}>
                    {blockText(piece.block, t)}
                  </li>
                ),
              )}
            </ul>
          </section>
        ))}
      </Stack>
    </Section>
  );
}

type ReadPiece =
  | ({ readonly kind: 'text' } & LetterTemplateText)
  | { readonly kind: 'block'; readonly path: string; readonly block: ListingBlock };

type ListingBlock = Extract<LetterTemplateBlock, { kind: 'papers' | 'steps' }>;

/** Texts by the part they stand in; blocks that list what a request holds keep their place. */
function groupsOf(
  template: LetterTemplate,
): readonly { readonly part: string; readonly pieces: readonly ReadPiece[] }[] {
  const groups = new Map<string, ReadPiece[]>();
  const add = (piece: ReadPiece): void => {
    const [part = ''] = piece.path.split('.');
    const group = groups.get(part) ?? [];
    groups.set(part, [...group, piece]);
  };
  const texts = letterTexts(template);
  const paths = new Set(texts.map(({ path }) => path));
  for (const text of texts) {
    const { path } = text;
    // The label of a row stands before its text, as on the paper.
    if (path.endsWith('.label') && paths.has(siblingOf(path, 'text'))) continue;
    add({ kind: 'text', ...text });
  }
  const lists = {
    blocks: template.shape === 'disposition' ? [] : template.blocks,
    slip: template.shape === 'judul' ? template.slip : [],
  };
  for (const [part, blocks] of Object.entries(lists)) {
    blocks.forEach((block, index) => {
      if (block.kind === 'papers' || block.kind === 'steps') {
        add({ kind: 'block', path: `${part}.${index}`, block });
      }
    });
    const group = groups.get(part);
    if (group)
      groups.set(
        part,
        group.toSorted((one, other) => placeOf(one) - placeOf(other)),
      );
  }
  return [...groups].map(([part, pieces]) => ({ part, pieces }));
}

function placeOf({ path }: ReadPiece): number {
  return Number(path.split('.')[1] ?? 0);
}

function blockText(block: ListingBlock, t: ReturnType<typeof useMessages>): string {
  return block.kind === 'papers'
    ? t(`template.block.papers.${block.of}`)
    : t('template.block.steps.text');
}

function Piece({
  template,
  piece: { path, text },
}: {
  readonly template: LetterTemplate;
  readonly piece: LetterTemplateText;
}) {
  const speech = useTemplateSpeech();
  const label = textAt(template, siblingOf(path, 'label'));
  const isRow = label !== '' && path.endsWith('.text');
  const conditions = conditionsAt(template, path, speech);
  return (
    <li className={styles.piece} data-piece={path}>
      <span className={styles.pieceName}>
        {isRow ? <FilledWords text={label} /> : placeInPart(path, speech.locale)}
      </span>
      <span className={styles.pieceText}>
        <FilledWords text={text} />
        {conditions.length > 0 && <span className={styles.faint}> ({conditions.join('; ')})</span>}
      </span>
    </li>
  );
}

/** The place without its part, which stands above already. */
function placeInPart(path: string, locale: Locale): string {
  return placeWords(path, locale).slice(partWords(path.split('.')[0] ?? '', locale).length + 2);
}

/** The path of another text of the same line. */
function siblingOf(path: string, name: 'label' | 'text'): string {
  return [...path.split('.').slice(0, -1), name].join('.');
}

/** A text with its fields framed, named as people call them. */
export function FilledWords({ text }: { readonly text: string }) {
  const speech = useTemplateSpeech();
  return splitLetterText(text).map((piece, index) =>
    piece.kind === 'words' ? (
      <span key={index}>{piece.text}</span>
    ) : (
      <span key={index} className={styles.field} title={`{${piece.placeholder}}`}>
        {fieldChoiceName(piece.placeholder, speech)}
      </span>
    ),
  );
}

function conditionsAt(
  template: LetterTemplate,
  path: string,
  speech: ReturnType<typeof useTemplateSpeech>,
): readonly string[] {
  const line = valueAt(template, path.split('.').slice(0, -1).join('.'));
  return isLine(line) ? conditionWords(line, speech) : [];
}

function isLine(value: unknown): value is Parameters<typeof conditionWords>[0] {
  return typeof value === 'object' && value !== null && 'optional' in value;
}
