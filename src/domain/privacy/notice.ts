import { z } from 'zod';
import { legalBasisSchema } from './legal-basis';

/**
 * What a notice tells, in the order it is read: UU 27/2022 Pasal 21 ayat (1) huruf a, b, c, e,
 * d, f and g, then the officer of Pasal 53 and 54. Each part must say something.
 */
export const NOTICE_PARTS = [
  'legality',
  'purpose',
  'kinds',
  'details',
  'retention',
  'period',
  'rights',
  'contact',
] as const;
export const noticePartSchema = z.enum(NOTICE_PARTS);
export type NoticePart = z.infer<typeof noticePartSchema>;

/** How a notice reaches the applicant at the counter. */
export const NOTICE_WAYS = ['shown', 'read-aloud', 'handed-over'] as const;
export const noticeWaySchema = z.enum(NOTICE_WAYS);
export type NoticeWay = z.infer<typeof noticeWaySchema>;

/** Longest text of a part, in characters: a notice nobody reads informs nobody. */
export const LONGEST_PART = 1500;

export const noticeTextSchema = z.object({
  title: z.string(),
  sections: z.array(z.object({ key: noticePartSchema, heading: z.string(), text: z.string() })),
});
export type NoticeText = z.infer<typeof noticeTextSchema>;

/** What the office decides together: the words, the usual basis, and how it is usually given. */
export const noticeSchema = noticeTextSchema.extend({
  basis: legalBasisSchema,
  usualWay: noticeWaySchema,
});
export type Notice = z.infer<typeof noticeSchema>;

/** A version of the notice as published: never changed, and readable as long as the office. */
export interface PublishedNotice extends Notice {
  /** Counted from 1. */
  readonly version: number;
  /** RFC 3339 UTC. */
  readonly publishedAt: string;
  /** Name of who published it. */
  readonly publishedBy: string;
}

/** The version that counts now; null while none was published. */
export function currentNotice(notices: readonly PublishedNotice[]): PublishedNotice | null {
  return notices.at(-1) ?? null;
}

/** The version by its number; undefined for one this office never published. */
export function findNotice(
  notices: readonly PublishedNotice[],
  version: number,
): PublishedNotice | undefined {
  return notices.find((notice) => notice.version === version);
}

/** The notice as it is kept: every text without blanks around it, the parts in their order. */
export function cleanNotice({ title, sections, ...decided }: Notice): Notice {
  return {
    title: title.trim(),
    sections: NOTICE_PARTS.flatMap((key) =>
      sections
        .filter((section) => section.key === key)
        .slice(0, 1)
        .map(({ heading, text }) => ({ key, heading: heading.trim(), text: cleanText(text) })),
    ),
    ...decided,
  };
}

/** Why a notice cannot be published: parts that say nothing, or say too much. */
export interface NoticeProblem {
  readonly part: NoticePart | 'title';
  readonly code: 'blank' | 'too-long';
}

/** Problems of a cleaned notice, in the order of its parts; none when it may be published. */
export function checkNotice({ title, sections }: NoticeText): readonly NoticeProblem[] {
  const ofParts = NOTICE_PARTS.flatMap((part): NoticeProblem[] => {
    const text = sections.find(({ key }) => key === part)?.text ?? '';
    if (text === '') return [{ part, code: 'blank' }];
    return Array.from(text).length > LONGEST_PART ? [{ part, code: 'too-long' }] : [];
  });
  return title === '' ? [{ part: 'title', code: 'blank' }, ...ofParts] : ofParts;
}

/** Whether two notices say and decide the same. */
export function isSameNotice(one: Notice, other: Notice): boolean {
  return JSON.stringify(noticeSchema.parse(one)) === JSON.stringify(noticeSchema.parse(other));
}

function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}
