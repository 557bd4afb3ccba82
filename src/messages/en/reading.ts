import type { readingMessages as idMessages } from '../id/reading';
import type { TranslationOf } from '../translation';

export const readingMessages = {
  'reading.title': 'Reading',
  'reading.kind': 'What is read',
  'reading.kind.card': 'KTP',
  'reading.kind.letter': 'Letter',
  'reading.page': 'Read this page',
  'reading.again': 'Read again',
  'reading.working': 'Reading …',
  'reading.hint': 'Read on this computer, without any network. Compare it with the paper.',

  'reading.field.nik': 'NIK',
  'reading.field.name': 'Name',
  'reading.field.number': 'Number',
  'reading.field.date': 'Date',
  'reading.snippet': 'Part of the picture: {field}',
  'reading.notFound': '{field} could not be read for sure. Type it from the paper.',
  'reading.unsure': 'The writing is unclear: check it letter by letter.',
  'reading.copy': 'Copy {field}',

  'reading.nik.same': 'The NIK on the KTP is that of the request',
  'reading.nik.different': 'The NIK on the KTP differs from the request: check both.',
  'reading.nik.onCard': 'NIK on the KTP',
  'reading.nik.recorded': 'NIK on the request',
  'reading.name.same': 'The name on the KTP is that of the request',
  'reading.name.different': 'The name on the KTP differs from the request ({recorded}): check it.',

  'reading.card.open': 'Read a KTP',
  'reading.card.title': 'Read from the KTP',
  'reading.card.private':
    'The picture is not stored and is let go when this part is closed. No field is filled by itself.',
  'reading.card.use': 'Use',
  'reading.card.useOf': 'Use {field}',
  'reading.card.filled': 'The field {field} is filled. Empty it first to use what was read.',
  'reading.card.same': 'Same as typed',

  'reading.failed.absent': 'The reading help is not installed',
  'reading.failed.absent.text':
    'The part of the program that reads is not on this computer. Type it, and ask the administrator to install Loket SE again.',
  'reading.failed.unreadable': 'This picture cannot be read',
  'reading.failed.unreadable.text':
    'Use a whole, upright JPEG or PNG of at least 200 dpi, or type it.',
  'reading.failed.too-slow': 'Reading this picture takes too long',
  'reading.failed.too-slow.text':
    'Reading was stopped. Cut it to the part that matters and try again, or type it.',
  'reading.failed.no-picture': 'This picture cannot be opened',
  'reading.failed.no-picture.text': 'Choose a whole JPEG or PNG, or scan the paper again.',
  'reading.failed.service': 'The reader does not answer',
  'reading.failed.service.text':
    'Try once more. If that does not help, close and reopen Loket SE; what was typed is kept as a draft.',
} as const satisfies TranslationOf<typeof idMessages>;
