import type { SopFileIssue } from '../../domain/sop/sop-file';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';

/** What a file has at one place that an SOP cannot have, as a sentence. */
export function fileIssueText(issue: SopFileIssue, locale: Locale): string {
  return translateMessage(locale, {
    key: `sop.import.issue.${issue.code}`,
    params: { place: placeText(issue.path, locale), choices: issue.choices.join(', ') },
  });
}

/**
 * `steps.3.actor` as "Langkah 4, Pelaksana (steps.3.actor)": the words people know, and the
 * path for whoever opens the file.
 */
export function placeText(path: string, locale: Locale): string {
  const words: string[] = [];
  let within = '';
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      const name = words.pop() ?? '';
      words.push(translate(locale, 'sop.import.place', { list: name, number: Number(part) + 1 }));
      continue;
    }
    // What stands in the identity block is known by its own name.
    if (part !== 'identity' || path === part) words.push(fieldText(part, within, locale));
    within = part;
  }
  const place = words.join(', ');
  return place === path ? place : `${place} (${path})`;
}

/** The name of a field: by where it stands, of files alone, as the editor has it; or as it is. */
function fieldText(name: string, within: string, locale: Locale): string {
  const keys = [
    `sop.import.field.${within}.${name}`,
    `sop.import.field.${name}`,
    `sopEditor.field.${name}`,
  ];
  const key = keys.find(isMessageKey);
  return key === undefined ? name : translateMessage(locale, { key });
}
