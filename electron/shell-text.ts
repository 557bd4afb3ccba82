import { shellMessages as english } from '../src/messages/en/shell';
import { shellMessages as indonesian } from '../src/messages/id/shell';

/** A text the shell itself shows, outside the page. */
export type ShellText = keyof typeof indonesian;

/**
 * The text in Indonesian, or in English where `LOKET_LANGUAGE=en` says so, with `{name}`
 * replaced by the parameter of that name. Only the shell's own area of the catalogue is
 * bundled here.
 */
export function shellText(
  key: ShellText,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const messages = process.env['LOKET_LANGUAGE'] === 'en' ? english : indonesian;
  return messages[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}
