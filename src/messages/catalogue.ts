import { enCatalogue } from './en';
import { idCatalogue } from './id';
import type { TranslationOf } from './translation';

type IdCatalogue = typeof idCatalogue;
export type Locale = 'id' | 'en';
export type MessageKey = keyof IdCatalogue;

type ParamNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** The parameters a message needs; for a union of keys, those of all of them. */
export type MessageParams<Key extends MessageKey> = {
  readonly [Name in ParamNames<IdCatalogue[Key]>]: string | number;
};

/** Nothing for a text without placeholders, else exactly one object with every placeholder. */
export type MessageArgs<Key extends MessageKey> = [ParamNames<IdCatalogue[Key]>] extends [never]
  ? []
  : [params: MessageParams<Key>];

/** Keys of texts without placeholders: what titles and labels given as data may name. */
export type PlainMessageKey = {
  [Key in MessageKey]: [ParamNames<IdCatalogue[Key]>] extends [never] ? Key : never;
}[MessageKey];

export const catalogues: Readonly<Record<Locale, TranslationOf<IdCatalogue>>> = {
  id: idCatalogue,
  en: enCatalogue,
};

const placeholder = /\{(\w+)\}/g;

/** Names of the placeholders in a text, sorted, each once. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? ''))].sort();
}

/** Whether a key that comes from data (a code of a service, an SOP) has a text. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(idCatalogue, key);
}

/** A message with its parameters as data: what domain and services may hand to a screen. */
export interface Message {
  readonly key: MessageKey;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

function fill(text: string, params: Readonly<Record<string, string | number>> | undefined): string {
  return text.replace(placeholder, (whole, name: string) => {
    const value = params?.[name];
    return value === undefined ? whole : String(value);
  });
}

/**
 * The text of a key in a language, with `{name}` replaced by the parameter of that name.
 * A missing parameter does not compile.
 */
export function translate<Key extends MessageKey>(
  locale: Locale,
  key: Key,
  ...args: MessageArgs<Key>
): string {
  return fill(catalogues[locale][key], args[0]);
}

/** The text of a message that was handed over as data; a parameter it lacks stays visible. */
export function translateMessage(locale: Locale, message: Message): string {
  return fill(catalogues[locale][message.key], message.params);
}
