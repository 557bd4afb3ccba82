import { noticeToBegin } from '../../src/domain/privacy/default-notice';
import type { Notice, PublishedNotice } from '../../src/domain/privacy/notice';
import { profile } from './memory-fixtures';

/** The text that came with the program, with a contact: ready to be published. */
export function completeNotice(contact = 'Pejabat PDP Contoh, telepon 0265000000'): Notice {
  const notice = noticeToBegin(profile);
  return {
    ...notice,
    sections: notice.sections.map((section) =>
      section.key === 'contact' ? { ...section, text: contact } : section,
    ),
  };
}

/** A published version. */
export function publishedNotice(version = 1): PublishedNotice {
  return {
    ...completeNotice(),
    version,
    publishedAt: '2026-03-01T02:00:00.000Z',
    publishedBy: 'Petugas Contoh',
  };
}
