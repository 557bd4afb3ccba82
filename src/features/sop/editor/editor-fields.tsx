import type { Sop } from '../../../domain/sop/sop';
import { Select, type SelectProps } from '../../../ui/forms/select';
import { TextArea, TextField } from '../../../ui/forms/text-field';
import type { FieldWords } from '../../../ui/forms/form-field';
import { useLocale } from '../../../ui/messages/use-messages';
import { useTypedText } from '../../shared/use-typed-text';
import { useSopEditor } from './editor-context';
import { fieldProblemText } from './problem-words';
import { linesOf } from './standard-time-text';

/** What the check says of exactly this field. */
export function useFieldProblem(path: string): Pick<FieldWords, 'error' | 'warning'> {
  const { problems } = useSopEditor();
  const locale = useLocale();
  const found = problems.find((problem) => problem.path === path);
  if (found === undefined) return {};
  const text = fieldProblemText(found, locale);
  return found.severity === 'error' ? { error: text } : { warning: text };
}

type Words = Pick<FieldWords, 'label' | 'hint' | 'note' | 'optional' | 'width'>;

interface EditorTextProps extends Words {
  /** Dotted path in the SOP: also the id of the control. */
  readonly path: string;
  readonly value: string;
  /** `isDone`: the field was left, so that a key may be made of its words. */
  readonly edit: (sop: Sop, text: string, isDone: boolean) => Sop;
  readonly disabled?: boolean | undefined;
}

function useSopText({ value, edit }: Pick<EditorTextProps, 'value' | 'edit'>) {
  const { editor } = useSopEditor();
  return useTypedText(editor, value, (text, typing, isDone) => {
    editor.type((sheet) => ({ ...sheet, sop: edit(sheet.sop, text, isDone) }), typing);
  });
}

/** One line of the SOP. */
export function EditorText({ path, value, edit, disabled, ...words }: EditorTextProps) {
  const text = useSopText({ value, edit });
  return (
    <TextField
      {...words}
      {...useFieldProblem(path)}
      id={path}
      disabled={disabled}
      value={text.value}
      onChange={(event) => text.onType(event.target.value)}
      onBlur={text.onBlur}
    />
  );
}

/** Several lines of the SOP's words. */
export function EditorArea({ path, value, edit, disabled, ...words }: EditorTextProps) {
  const text = useSopText({ value, edit });
  return (
    <TextArea
      {...words}
      {...useFieldProblem(path)}
      id={path}
      rows={2}
      disabled={disabled}
      value={text.value}
      onChange={(event) => text.onType(event.target.value)}
      onBlur={text.onBlur}
    />
  );
}

interface EditorLinesProps extends Words {
  readonly path: string;
  readonly lines: readonly string[];
  readonly edit: (sop: Sop, lines: string[]) => Sop;
}

/** A list with one entry a line. */
export function EditorLines({ lines, edit, ...words }: EditorLinesProps) {
  return (
    <EditorArea
      {...words}
      value={lines.join('\n')}
      edit={(sop, text) => edit(sop, linesOf(text))}
    />
  );
}

interface EditorChoiceProps extends Words, Pick<SelectProps, 'choices' | 'placeholder'> {
  readonly path: string;
  readonly value: string;
  readonly edit: (sop: Sop, value: string) => Sop;
  readonly disabled?: boolean | undefined;
}

/** A choice; a value that is none of the choices any more stays visible as what it is. */
export function EditorChoice(props: EditorChoiceProps) {
  const { path, value, edit, choices, placeholder = null, ...words } = props;
  const { editor } = useSopEditor();
  return (
    <Select
      {...words}
      {...useFieldProblem(path)}
      id={path}
      value={value}
      choices={choices}
      placeholder={placeholder}
      onChange={(event) => {
        const chosen = event.target.value;
        editor.change((sop) => edit(sop, chosen));
      }}
    />
  );
}

/** Text, or null where nothing is written: how an SOP keeps a cell that is blank. */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
