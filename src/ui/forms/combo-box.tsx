import { ChevronDown } from 'lucide-react';
import type { FocusEvent, Ref } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { classNames } from '../class-names';
import { provideLibraryWords } from '../messages/library-words';
import { useMessages } from '../messages/use-messages';
import styles from './combo-box.module.css';
import controlStyles from './control.module.css';
import { MessageLine, OptionalMark, type FieldWords } from './form-field';
import fieldStyles from './form-field.module.css';

provideLibraryWords();

export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** A second line; found by search too. */
  readonly description?: string | undefined;
}

export interface ComboBoxProps extends FieldWords {
  readonly id: string;
  readonly name?: string | undefined;
  readonly options: readonly ComboOption[];
  /** Id of the chosen option, or with `allowCustom` the text itself; '' for none. */
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly onBlur?: ((event: FocusEvent) => void) | undefined;
  /** The options are only suggestions: any text counts. */
  readonly allowCustom?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

function contains(text: string, typed: string): boolean {
  return text.toLocaleLowerCase('id').includes(typed.trim().toLocaleLowerCase('id'));
}

function Options() {
  const t = useMessages();
  return (
    <Popover className={styles.popover ?? ''} offset={4} isNonModal>
      <ListBox<ComboOption>
        className={styles.list ?? ''}
        aria-label={t('ui.combo.list')}
        renderEmptyState={() => <div className={styles.empty}>{t('ui.combo.empty')}</div>}
      >
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={styles.option ?? ''}>
            <Text slot="label">{option.label}</Text>
            {option.description !== undefined && (
              <Text slot="description" className={styles.description ?? ''}>
                {option.description}
              </Text>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/**
 * A choice from a long list, found by typing any part of its name. Arrows move, Enter takes,
 * Esc puts back what was there. Use with react-hook-form's Controller.
 */
export function ComboBox({ ref = null, name, onBlur, ...props }: ComboBoxProps) {
  const t = useMessages();
  const { id, value, options, onValueChange, allowCustom = false, error, warning, note } = props;
  const descriptions = new Map(options.map((option) => [option.label, option.description ?? '']));
  const choice = allowCustom
    ? { inputValue: value, onInputChange: onValueChange, allowsCustomValue: true }
    : {
        selectedKey: value === '' ? null : value,
        onSelectionChange: (key: string | number | null) => {
          onValueChange(key === null ? '' : String(key));
        },
      };
  return (
    <AriaComboBox
      {...choice}
      defaultItems={options}
      defaultFilter={(label, typed) =>
        contains(label, typed) || contains(descriptions.get(label) ?? '', typed)
      }
      allowsEmptyCollection={!allowCustom}
      menuTrigger="input"
      aria-label={props.label}
      isInvalid={error !== undefined}
      isDisabled={props.disabled ?? false}
      className={classNames(fieldStyles.field, fieldStyles[props.width ?? 'full'])}
    >
      <label className={fieldStyles.label} htmlFor={id}>
        {props.label}
        {props.optional === true && <OptionalMark />}
      </label>
      {props.hint !== undefined && (
        <div id={`${id}-hint`} className={fieldStyles.hint}>
          {props.hint}
        </div>
      )}
      <div className={styles.box}>
        <Input
          id={id}
          ref={ref}
          {...(name === undefined ? {} : { name })}
          {...(onBlur === undefined ? {} : { onBlur })}
          aria-describedby={`${id}-line`}
          className={classNames(controlStyles.control, styles.input)}
        />
        <Button className={styles.button ?? ''} aria-label={t('ui.combo.open')}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      <MessageLine id={`${id}-line`} error={error} warning={warning} note={note} />
      <Options />
    </AriaComboBox>
  );
}
