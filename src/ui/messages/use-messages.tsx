import { createContext, useCallback, useContext, useLayoutEffect, type ReactNode } from 'react';
import {
  translate,
  type Locale,
  type MessageArgs,
  type MessageKey,
} from '../../messages/catalogue';

const LocaleContext = createContext<Locale>('id');

/** Sets the language for everything below it and hands it to assistive technology. */
export function LocaleProvider(props: { readonly locale: Locale; readonly children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.lang = props.locale;
  }, [props.locale]);
  return <LocaleContext value={props.locale}>{props.children}</LocaleContext>;
}

/** The language in use. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export type Translate = <Key extends MessageKey>(key: Key, ...args: MessageArgs<Key>) => string;

/** `const t = useMessages(); t('ui.copied', { what: 'NIK' })`. Stable while the language is. */
export function useMessages(): Translate {
  const locale = useLocale();
  return useCallback((key, ...args) => translate(locale, key, ...args), [locale]);
}
