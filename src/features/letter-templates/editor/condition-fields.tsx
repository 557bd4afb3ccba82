import { Checkbox } from '../../../ui/forms/radio-group';
import { Select } from '../../../ui/forms/select';
import { useMessages } from '../../../ui/messages/use-messages';
import { setCondition, type LineCondition } from './edit-template';
import { useTemplateDesk } from './editor-context';
import styles from './editor.module.css';

const MODES = ['always', 'only', 'except'] as const;
type Mode = (typeof MODES)[number];

function modeOf({ onlyForReasons, exceptForReasons }: LineCondition): Mode {
  if (onlyForReasons) return 'only';
  return exceptForReasons ? 'except' : 'always';
}

interface ConditionFieldsProps {
  /** Dotted path of the line. */
  readonly path: string;
  /** What the line is called, for those who cannot see where the fields stand. */
  readonly name: string;
  readonly line: LineCondition;
}

/** When a line is printed: left out when a field is empty, and for which reasons. */
export function ConditionFields({ path, name, line }: ConditionFieldsProps) {
  const t = useMessages();
  const { editor } = useTemplateDesk();
  const { optional, onlyForReasons, exceptForReasons } = line;
  const mode = modeOf(line);
  const reasons = onlyForReasons ?? exceptForReasons ?? [];

  function change(to: Mode, chosen: readonly string[], leftOut: boolean): void {
    editor.change((was) =>
      setCondition(was, path, {
        optional: leftOut,
        ...(to === 'only' && { onlyForReasons: [...chosen] }),
        ...(to === 'except' && { exceptForReasons: [...chosen] }),
      }),
    );
  }

  return (
    <fieldset className={styles.conditions} id={`${path}.conditions`} tabIndex={-1}>
      <legend className={styles.hidden}>{t('template.edit.conditions', { name })}</legend>
      <Checkbox
        compact
        id={`${path}.optional`}
        label={t('template.edit.optional')}
        hint={t('template.edit.optionalHint')}
        checked={optional}
        onChange={(event) => {
          change(mode, reasons, event.target.checked);
        }}
      />
      <Select
        bare
        id={`${path}.when`}
        label={t('template.edit.when')}
        placeholder={null}
        value={mode}
        choices={MODES.map((value) => ({
          value,
          label: `${t('template.edit.when')} ${t(`template.edit.when.${value}`)}`,
        }))}
        onChange={(event) => {
          const to = MODES.find((one) => one === event.target.value) ?? 'always';
          change(to, reasons, optional);
        }}
      />
      {mode !== 'always' && (
        <ReasonBoxes
          path={path}
          chosen={reasons}
          onChange={(chosen) => {
            change(mode, chosen, optional);
          }}
        />
      )}
    </fieldset>
  );
}

/** Reasons of all SOPs the office has, and those a text names that no SOP has any more. */
function ReasonBoxes(props: {
  readonly path: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const t = useMessages();
  const { speech } = useTemplateDesk();
  const { path, chosen, onChange } = props;
  const { reasons } = speech.names;
  const gone = chosen.filter((key) => !reasons.some((one) => one.key === key));
  const all = [...reasons, ...gone.map((key) => ({ key, label: t('sopEditor.gone', { key }) }))];
  return (
    <div role="group" aria-label={t('template.edit.reasons')} className={styles.reasons}>
      {all.map(({ key, label }) => (
        <Checkbox
          compact
          key={key}
          id={`${path}.reason.${key}`}
          label={label}
          checked={chosen.includes(key)}
          onChange={(event) => {
            const rest = chosen.filter((one) => one !== key);
            onChange(event.target.checked ? [...rest, key] : rest);
          }}
        />
      ))}
    </div>
  );
}
