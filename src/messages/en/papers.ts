import type { paperMessages as idMessages } from '../id/papers';
import type { TranslationOf } from '../translation';

export const paperMessages = {
  'problem.file-mixed':
    'This file is of another kind as well (a web page, a program or an archive) and is not taken. Print it and scan the paper.',
  'problem.picture-too-large':
    'This picture is too large to be shown (more than 80 million points). Scan it again at 200–300 dpi, or photograph it again.',
  'problem.pdf-locked':
    'This PDF is locked with a password. Ask the applicant to save it without one, or scan a print of it.',
  'problem.pdf-too-many-pages':
    'This PDF has more than 2,000 pages. Take out the pages that are needed, then choose it again.',
  'problem.pdf-expands':
    'The content of this PDF unpacks to far more than its size and could stall the computer; it is not taken. Print it and scan the paper.',
  'problem.file-not-inspected':
    'This file is too complicated to be checked and is not taken. Print it and scan the paper.',
  'problem.list-too-large':
    'The list is larger than 20 MB. Split it into several files and import them one by one.',

  'papers.active.title': 'This PDF holds more than pages',
  'papers.active.text':
    'It contains {kinds}. Only pictures of its pages are shown and printed here; the rest is not run. Do not open a copy of it in another program. When in doubt, ask for a print and scan it.',
  'papers.kind.script': 'JavaScript commands',
  'papers.kind.launch': 'a command that opens a program or another file',
  'papers.kind.attachment': 'other files inside',
  'papers.kind.form': 'a form that sends data',
  'papers.kind.link': 'a link that opens by itself',
  'papers.kind.media': 'sound, video or three-dimensional pictures',
  'papers.encrypted.title': 'This PDF is protected by a password',
  'papers.encrypted.text':
    'Its pages can be seen, but its content cannot be checked. Only pictures of its pages are shown and printed here.',
  'papers.refused.title': 'This file is not shown',
  'papers.checking': 'Checking the file…',
  'papers.print.failed':
    'The pages of this file could not be drawn for printing. Scan the paper again.',

  'ui.pdf.pages': 'Pages {from}–{to} of {pages}',
  'ui.pdf.previousPages': 'Previous pages',
  'ui.pdf.nextPages': 'Next pages',
} as const satisfies TranslationOf<typeof idMessages>;
