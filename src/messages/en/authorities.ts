import type { authorityMessages as idMessages } from '../id/authorities';
import type { TranslationOf } from '../translation';

export const authorityMessages = {
  'settings.authorities': 'Certification authorities',
  'authority.text':
    'Signatures are checked up to these. Loket SE brings no certificates along: the administrator imports the file of BSrE or Komdigi and compares its fingerprint.',
  'authority.failed': 'The list of authorities cannot be read',
  'authority.state.not-imported': 'Not imported',
  'authority.state.trusted': 'Trusted',
  'authority.state.expired': 'Expired',
  'authority.state.expires-soon': 'Expires soon',
  'authority.root': 'root',
  'authority.intermediate': 'issuing authority',
  'authority.expected': 'Known: {from} – {to}, {role}',
  'authority.notice.osd-lu-kelas-2':
    'OSD LU Kelas 2 ended on 18 August 2026. Older signatures under it without a timestamp can no longer be relied on; holders need a new certificate.',
  'authority.notice.expires-soon': 'Ask BSrE for its successor before it ends.',
  'authority.details': 'Details of {name}',
  'authority.remove': 'Remove',
  'authority.removeNamed': 'Remove {name}',
  'authority.removeTitle': 'Remove {name} from the trusted authorities?',
  'authority.removeText':
    'Signatures under it become “cannot be checked” until its certificate is imported again.',
  'authority.removed': '{name} was removed',

  'authority.import': 'Import an authority’s certificate',
  'authority.importHint': '.crt, .cer, or .pem of BSrE or Komdigi, one certificate a file',
  'authority.none': 'There is no certificate in this file',
  'authority.noneText': 'Choose the issuer’s .crt, .cer, or .pem.',
  'authority.confirmTitle': 'Trust this authority?',
  'authority.compare':
    'Compare the fingerprint below, group by group, with what the issuer published by another way: its web site, a letter, or a call.',
  'authority.matches': 'It fits what is known of {name}',
  'authority.unknown': 'This authority is not among the known ones',
  'authority.unknownText':
    'Every signature under it will be trusted. Import it only if the office needs it.',
  'authority.differs': 'It differs from what is known of {name}: {fields}',
  'authority.differsText': 'It may be false. Do not import it before the issuer has explained.',
  'authority.field.organization': 'organisation',
  'authority.field.country': 'country',
  'authority.field.serial': 'serial number',
  'authority.field.notBefore': 'first day',
  'authority.field.notAfter': 'last day',
  'authority.field.isRoot': 'place in the chain',
  'authority.field.other': 'something else',
  'authority.confirm': 'I compared the fingerprint and it is the same',
  'authority.confirmMissing': 'Compare the fingerprint first, then tick this.',
  'authority.accept': 'I know of the differences and import it nevertheless',
  'authority.acceptMissing': 'Tick this to import it nevertheless, or cancel.',
  'authority.trust': 'Trust this authority',
  'authority.imported': '{name} is trusted now',
  'authority.refused.not-a-certificate': 'This file is no certificate',
  'authority.refused.fingerprint-differs': 'The file changed since it was read; choose it again',
  'authority.refused.not-an-authority':
    'This is a person’s or a service’s certificate, not an authority; it is not imported here',
} as const satisfies TranslationOf<typeof idMessages>;
