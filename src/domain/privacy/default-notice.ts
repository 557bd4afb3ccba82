import { z } from 'zod';
import notice from '../../../resources/privacy/notice.json';
import { lowerKopName } from '../letters/letter-formats';
import { noticeSchema, type Notice } from './notice';

const fileSchema = noticeSchema.extend({
  sources: z.array(z.string()).min(1),
  sections: z.array(noticeSchema.shape.sections.element.extend({ source: z.string().min(1) })),
});

/** The text that came with the program, with its sources; throws when it is none. */
export const DEFAULT_NOTICE = fileSchema.parse(notice);

/**
 * What an office without a notice starts from: the text that came with the program, its own
 * name in it. The contact is blank: nobody but the office knows its officer.
 */
export function noticeToBegin(office: { readonly name: string }): Notice {
  return noticeSchema.parse({
    ...DEFAULT_NOTICE,
    sections: DEFAULT_NOTICE.sections.map(({ key, heading, text }) => ({
      key,
      heading,
      text: text.replaceAll('{office}', lowerKopName(office.name)),
    })),
  });
}
