import { translate, type Locale } from '../../messages/catalogue';

type Words = Readonly<
  Record<string, (values: Readonly<Record<string, string | number>>) => string>
>;

function currentLocale(): Locale {
  return document.documentElement.lang === 'en' ? 'en' : 'id';
}

/**
 * React Aria has no Indonesian. It looks here, by these two symbols, before it uses its own
 * words (`LocalizedStringDictionary.getGlobalDictionaryForPackage`, the mechanism behind its
 * LocalizedStringProvider, which itself would need an inline script). A package that is not
 * listed throws when it is used, so English cannot slip in.
 */
const words: Readonly<Record<string, Words>> = {
  '@react-aria/combobox': {
    focusAnnouncement: ({ optionText }) => String(optionText),
    selectedAnnouncement: ({ optionText }) =>
      translate(currentLocale(), 'ui.combo.chosen', { option: String(optionText) }),
    countAnnouncement: ({ optionCount }) =>
      translate(currentLocale(), 'ui.combo.count', { count: optionCount ?? 0 }),
    buttonLabel: () => translate(currentLocale(), 'ui.combo.open'),
    listboxLabel: () => translate(currentLocale(), 'ui.combo.list'),
  },
  '@react-aria/menu': {
    longPressMessage: () => translate(currentLocale(), 'ui.combo.open'),
  },
  '@react-aria/overlays': {
    dismiss: () => translate(currentLocale(), 'ui.close'),
  },
};

/** Gives React Aria the words of our catalogue. To be called before its first use. */
export function provideLibraryWords(): void {
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: 'id-ID',
    [Symbol.for('react-aria.i18n.strings')]: words,
  });
}
