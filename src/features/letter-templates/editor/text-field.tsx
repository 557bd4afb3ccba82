import { TextArea } from '../../../ui/forms/text-field';
import type { FieldWords } from '../../../ui/forms/form-field';
import { useMessages } from '../../../ui/messages/use-messages';
import { useTypedText } from '../../shared/use-typed-text';
import { conditionWords, fieldFaultText, fieldsOf, placeWords } from '../template-words';
import { setAt, textAt, type LineCondition } from './edit-template';
import { useTemplateDesk } from './editor-context';

interface PieceTextProps {
  /** Dotted path of the text: also the id of the field. */
  readonly path: string;
  /** When the line it belongs to is printed, where it has a condition of its own. */
  readonly condition?: LineCondition | undefined;
}

/**
 * One text of the paper. Below it stands what is wrong with it, else the names of its fields
 * and when it is printed: the line is always kept, so that nothing moves.
 */
export function PieceText({ path, condition }: PieceTextProps) {
  const { editor, template, speech } = useTemplateDesk();
  const shown = textAt(template, path);
  const text = useTypedText(editor, shown, (typed, typing) => {
    editor.type((draft) => ({ ...draft, template: setAt(draft.template, path, typed) }), typing);
  });
  return (
    <TextArea
      {...useFault(path)}
      note={useNote(shown, condition)}
      id={path}
      rows={1}
      labelHidden
      label={placeWords(path, speech.locale)}
      value={text.value}
      data-text={path}
      onChange={(event) => text.onType(event.target.value)}
      onBlur={text.onBlur}
    />
  );
}

/** What the check, or the printer's font, has against exactly this text. */
function useFault(path: string): Pick<FieldWords, 'error' | 'warning'> {
  const { faults, speech } = useTemplateDesk();
  const fault = faults.find((one) => one.path === path);
  if (fault === undefined) return {};
  const text = fieldFaultText(fault, speech.locale);
  return fault.severity === 'error' ? { error: text } : { warning: text };
}

function useNote(text: string, condition: LineCondition | undefined): string | undefined {
  const t = useMessages();
  const { speech } = useTemplateDesk();
  const fields = fieldsOf(text, speech);
  const notes = [
    // What decides whether it is printed comes first: a long note is cut.
    ...(condition === undefined ? [] : conditionWords(condition, speech)),
    ...(fields.length === 0 ? [] : [t('template.note.fields', { fields: fields.join(', ') })]),
  ];
  return notes.length === 0 ? undefined : notes.join(' · ');
}
