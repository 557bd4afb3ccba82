import { Checkbox } from '../../../ui/forms/radio-group';
import { MessageLine } from '../../../ui/forms/form-field';
import type { Choice } from '../../../ui/forms/select';
import { useMessages } from '../../../ui/messages/use-messages';
import { useSopEditor } from './editor-context';
import { fieldProblemText } from './problem-words';
import { useLocale } from '../../../ui/messages/use-messages';
import styles from './editor.module.css';

interface CheckListProps {
  /** Dotted path of the list: the id of the group. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** Any number of a few choices; what is chosen and no longer a choice can only be taken out. */
export function CheckList({ path, label, hint, choices, chosen, onChange }: CheckListProps) {
  const t = useMessages();
  const locale = useLocale();
  const { problems } = useSopEditor();
  const problem = problems.find((one) => one.path === path || one.path.startsWith(`${path}.`));
  const text = problem === undefined ? undefined : fieldProblemText(problem, locale);
  const isError = problem?.severity === 'error';
  const gone = chosen
    .filter((key) => !choices.some(({ value }) => value === key))
    .map((key) => ({ value: key, label: t('sopEditor.gone', { key }) }));
  const all = [...choices, ...gone];
  return (
    <fieldset
      className={styles.checkList}
      id={path}
      tabIndex={-1}
      aria-describedby={`${path}-line`}
    >
      <legend className={styles.groupTitle}>
        {label}
        {hint !== undefined && <span className={styles.faint}> ({hint})</span>}
      </legend>
      {all.length === 0 && <span className={styles.words}>{t('sopEditor.none')}</span>}
      <div className={styles.checks}>
        {all.map((choice) => (
          <Checkbox
            compact
            key={choice.value}
            id={`${path}.${choice.value}`}
            label={choice.label}
            checked={chosen.includes(choice.value)}
            onChange={(event) => {
              const rest = chosen.filter((key) => key !== choice.value);
              onChange(event.target.checked ? [...rest, choice.value] : rest);
            }}
          />
        ))}
      </div>
      {text !== undefined && (
        <MessageLine id={`${path}-line`} {...(isError ? { error: text } : { warning: text })} />
      )}
    </fieldset>
  );
}
