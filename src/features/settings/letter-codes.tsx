import { Controller, type Control, type FieldPath } from 'react-hook-form';
import { z } from 'zod';
import installed from '../../../resources/classification-codes.json';
import { letterTemplates } from '../../documents/letter-templates';
import { FieldGrid } from '../../ui/data/section';
import { ComboBox } from '../../ui/forms/combo-box';
import { useMessages } from '../../ui/messages/use-messages';
import { letterTitle } from '../shared/sop-words';

/** Codes of Permendagri 83/2022 an office of this field needs (letters.md 4.1). */
const codes = z
  .object({ codes: z.array(z.object({ code: z.string(), label: z.string() })) })
  .parse(installed).codes;

const options = codes.map(({ code, label }) => ({ id: code, label: code, description: label }));

/** Form values of a section with codes. */
export interface CodeValues {
  readonly letters: {
    readonly classificationCode: string;
    readonly numberPattern: string;
    readonly holdForPrint: boolean;
    readonly codes: Record<string, string>;
  };
}

/** Letters that take a number of the outgoing book, in the order they are made. */
function outgoingLetters(): readonly string[] {
  return [...letterTemplates.values()]
    .filter(({ numbering }) => numbering === 'outgoing')
    .map(({ key }) => key);
}

/** What the form shows: '' for a letter that has the general code. */
export function codeEntries(kept: Readonly<Record<string, string>>): Record<string, string> {
  return { ...kept, ...Object.fromEntries(outgoingLetters().map((key) => [key, kept[key] ?? ''])) };
}

/** What is kept: codes of their own only. */
export function keptCodes(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, code]) => code !== ''));
}

/** Codes of single kinds of letters, in the order they are made. */
export function LetterCodes({ control }: { readonly control: Control<CodeValues> }) {
  const t = useMessages();
  return (
    <>
      <h3>{t('settings.letters.codes')}</h3>
      <p>{t('settings.letters.codesText')}</p>
      <FieldGrid>
        {outgoingLetters().map((letter) => (
          <CodeField
            key={letter}
            control={control}
            path={`letters.codes.${letter}`}
            label={letterTitle(letter)}
          />
        ))}
      </FieldGrid>
    </>
  );
}

/** A classification code, found by number or words; another may be typed. */
export function CodeField(props: {
  readonly control: Control<CodeValues>;
  readonly path: FieldPath<CodeValues>;
  readonly label: string;
}) {
  const { control, path, label } = props;
  return (
    <Controller
      control={control}
      name={path}
      render={({ field, fieldState }) => (
        <ComboBox
          id={path}
          name={path}
          allowCustom
          label={label}
          options={options}
          note={labelOf(field.value)}
          error={fieldState.error?.message}
          value={typeof field.value === 'string' ? field.value : ''}
          onValueChange={field.onChange}
          onBlur={field.onBlur}
          ref={field.ref}
        />
      )}
    />
  );
}

/** What a code stands for; undefined for one that is not in the list. */
function labelOf(code: unknown): string | undefined {
  return codes.find((one) => one.code === code)?.label;
}
