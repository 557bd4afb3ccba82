import { z } from 'zod';
import { DEFAULT_NOTICE, noticeToBegin } from '../../domain/privacy/default-notice';
import { legalBasisSchema } from '../../domain/privacy/legal-basis';
import {
  checkNotice,
  cleanNotice,
  LONGEST_PART,
  NOTICE_PARTS,
  noticeWaySchema,
  type Notice,
  type NoticePart,
} from '../../domain/privacy/notice';
import type { Translate } from '../../ui/messages/use-messages';

const parts = z.object(
  Object.fromEntries(NOTICE_PARTS.map((part) => [part, z.string()])) as Record<
    NoticePart,
    z.ZodString
  >,
);
const values = z.object({
  notice: z.object({
    title: z.string(),
    parts,
    basis: legalBasisSchema,
    usualWay: noticeWaySchema,
  }),
});
export type NoticeValues = z.infer<typeof values>;

/** The headings never change: the law names what is told, the office how. */
export function headingOf(part: NoticePart): string {
  return DEFAULT_NOTICE.sections.find(({ key }) => key === part)?.heading ?? part;
}

/** The notice as the form holds it: one text for each part. */
export function noticeValues({ title, sections, basis, usualWay }: Notice): NoticeValues {
  const texts = Object.fromEntries(
    NOTICE_PARTS.map((part) => [part, sections.find(({ key }) => key === part)?.text ?? '']),
  ) as Record<NoticePart, string>;
  return { notice: { title, parts: texts, basis, usualWay } };
}

/** The notice the form describes, as it would be published. */
export function toNotice({ notice }: NoticeValues): Notice {
  const { title, basis, usualWay } = notice;
  const sections = NOTICE_PARTS.map((key) => ({
    key,
    heading: headingOf(key),
    text: notice.parts[key],
  }));
  return cleanNotice({ title, sections, basis, usualWay });
}

/** What an office begins with: its version in force, else the text that came with the program. */
export function firstValues(
  current: Notice | null,
  office: Parameters<typeof noticeToBegin>[0],
): NoticeValues {
  return noticeValues(current ?? noticeToBegin(office));
}

/** The form's rules: those of the domain, each at its field and as a sentence. */
export function noticeFormSchema(t: Translate): z.ZodType<NoticeValues, NoticeValues> {
  return values.superRefine((typed, context) => {
    for (const { part, code } of checkNotice(toNotice(typed))) {
      const isTitle = part === 'title';
      const label = isTitle ? t('privacy.settings.noticeTitle') : headingOf(part);
      context.addIssue({
        code: 'custom',
        path: isTitle ? ['notice', 'title'] : ['notice', 'parts', part],
        message:
          code === 'blank'
            ? t('privacy.settings.blank', { part: label })
            : t('privacy.settings.tooLong', { part: label, longest: LONGEST_PART }),
      });
    }
  });
}
