/** Longest name in UTF-8 bytes: file systems end at 255, and a folder's synchroniser may add some. */
const LONGEST = 180;

/** Names that Windows gives to devices, whatever ending follows (learn.microsoft.com, "Naming Files"). */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/**
 * Signs that are not seen, or turn the reading direction so that a name shows another ending than
 * it has: controls, bidirectional marks, zero widths, and halves of surrogates.
 */
const UNSEEN =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]|\p{Cs}/gu;

/**
 * A file's name that any system can keep and that reads as what it is: the last part of a path,
 * without unseen signs, signs that Windows forbids, blanks and dots at its ends; no device; at
 * most 180 bytes, its ending kept. `berkas` when nothing is left. Given its own result it changes
 * nothing.
 */
export function plainFileName(name: string): string {
  const last = name.replace(UNSEEN, '').split(/[\\/]/).at(-1) ?? '';
  const trimmed = trimmedName(last.replace(/[<>:"|?*]/g, '_'));
  const device = DEVICE.test(trimmed) ? `_${trimmed}` : trimmed;
  const short = trimmedName(shortened(device));
  return short === '' ? 'berkas' : short;
}

/** Blanks and dots at the end are dropped by Windows, which would make it another name. */
function trimmedName(name: string): string {
  return name.replace(/^\s+|[\s.]+$/gu, '');
}

function shortened(name: string): string {
  if (utf8Length(name) <= LONGEST) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const room = LONGEST - ending.length;
  let size = 0;
  let kept = '';
  for (const character of name.slice(0, name.length - ending.length)) {
    size += utf8Length(character);
    if (size > room) break;
    kept += character;
  }
  return `${trimmedName(kept)}${ending}`;
}

function utf8Length(text: string): number {
  let size = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return size;
}
