/** 18 digits as "19750304 200112 1 002"; anything else as it is. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

/** "6281234567890" as a reader in Indonesia dials it, "0812-3456-7890". */
export function formatPhone(phone: string): string {
  const local = phone.replace(/^62/, '0');
  return local.replace(/^(\d{4})(\d{4})(\d{1,5})$/, '$1-$2-$3');
}

/** Hex in capitals and groups of four, so that it can be compared and wrapped. */
export function formatSerialNumber(serial: string): string {
  return (serial.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}

/** A sentence's end for a text typed without one. */
export function endSentence(text: string): string {
  return text === '' || /[.!?…]["”’')]*$/.test(text) ? text : `${text}.`;
}

/** A text as the start of a sentence. */
export function startSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('id') + text.slice(1);
}

const SMALL_WORDS = new Set(['dan', 'di', 'dari', 'pada', 'untuk', 'serta']);

/** "DINAS KOMUNIKASI DAN INFORMATIKA" as it stands within a sentence; mixed case stays. */
export function lowerKopName(name: string): string {
  if (name !== name.toLocaleUpperCase('id')) return name;
  return name
    .toLocaleLowerCase('id')
    .split(' ')
    .map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : startSentence(word)))
    .join(' ');
}

/**
 * A value as a letter may print it: composed characters, no tabs or control characters, no
 * outer space. Line breaks stay: a note may have them.
 */
export function cleanLetterValue(value: string): string {
  return (
    value
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n\u00a0]+/g, ' ')
      .replace(/ *\n */g, '\n')
      // Control and invisible format characters would be missing glyphs without being seen.
      .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
      .trim()
  );
}
