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
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) {
      const list = words.pop() ?? '';
      words.push(translate(locale, 'sop.import.place', { list, number: Number(part) + 1 }));
    } else if (part !== 'identity') {
      words.push(fieldText(part, locale));
    }
  }
  const place = words.join(', ');
  return place === path ? place : `${place} (${path})`;
}

function fieldText(name: string, locale: Locale): string {
  const key = `sopEditor.field.${name}`;
  return isMessageKey(key) ? translateMessage(locale, { key }) : name;
}
