import { Minus, Plus } from 'lucide-react';
import { diffLetterTexts, type LetterTextChange } from '../../domain/letters/diff-letter-texts';
import type { LetterTemplate } from '../../domain/letters/letter-template';
import { classNames } from '../../ui/class-names';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import styles from './letter-templates.module.css';
import { placeWords } from './template-words';

interface TemplateDiffProps {
  readonly before: LetterTemplate;
  readonly after: LetterTemplate;
}

/** What one text says other than another; lines both have are behind a count. */
export function TemplateDiff({ before, after }: TemplateDiffProps) {
  const t = useMessages();
  const changes = diffLetterTexts(before, after);
  const differing = changes.filter(({ change }) => change !== 'same').length;
  if (differing === 0) return <p className={styles.words}>{t('template.diff.none')}</p>;
  return (
    <ul className={styles.diff} data-changes={differing}>
      {runs(changes).map((run, index) =>
        run[0]?.change === 'same' ? (
          <li key={index} className={styles.faint}>
            {t('template.diff.same', { count: run.length })}
          </li>
        ) : (
          run.map((one) => <ChangedLine key={`${one.change} ${one.path}`} line={one} />)
        ),
      )}
    </ul>
  );
}

/** Sign and word tell of a change, never its colour alone. */
function ChangedLine({ line }: { readonly line: LetterTextChange }) {
  const t = useMessages();
  const locale = useLocale();
  const isAdded = line.change === 'added';
  const Icon = isAdded ? Plus : Minus;
  return (
    <li className={classNames(styles.diffLine, isAdded ? styles.added : styles.removed)}>
      <Icon size={14} aria-hidden="true" />
      <span className={styles.pieceName}>
        {t(isAdded ? 'template.diff.added' : 'template.diff.removed')} ·{' '}
        {placeWords(line.path, locale)}
      </span>
      <span className={styles.pieceText}>{line.text}</span>
    </li>
  );
}

/** Lines that are the same are joined; every other stands for itself. */
function runs(changes: readonly LetterTextChange[]): readonly (readonly LetterTextChange[])[] {
  const found: LetterTextChange[][] = [];
  for (const one of changes) {
    const last = found.at(-1);
    if (one.change === 'same' && last?.[0]?.change === 'same') last.push(one);
    else found.push([one]);
  }
  return found;
}
