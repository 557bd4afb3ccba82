import type { ClipboardEvent } from 'react';
import { TextField, type TextFieldProps } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { formFields, type FieldPath } from './form-fields';
import { useIntakeScreen } from './intake-screen';

interface EntryFieldProps extends Pick<
  TextFieldProps,
  'inputMode' | 'disabled' | 'optional' | 'maxLength' | 'autoCapitalize' | 'autoFocus'
> {
  readonly path: Exclude<FieldPath, 'applicant.personnel' | 'sop' | 'reason.key'>;
  /** What the entry says, shown quietly while nothing is wrong. */
  readonly facts?: readonly string[] | undefined;
}

/** One line of text of the form: cleaned when pasted and when left, with its own messages. */
export function EntryField({ path, facts, ...rest }: EntryFieldProps) {
  const t = useMessages();
  const { form, wordsOf, cleanField, pasteInto } = useIntakeScreen();

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasteInto(path, event.currentTarget, pasted)) event.preventDefault();
  }

  return (
    <TextField
      label={t(formFields[path])}
      {...wordsOf(path, facts)}
      {...form.register(path, {
        onBlur: () => {
          cleanField(path);
        },
      })}
      {...rest}
      onPaste={paste}
    />
  );
}
