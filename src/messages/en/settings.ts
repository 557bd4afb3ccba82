import type { settingsMessages as id } from '../id/settings';
import type { TranslationOf } from '../translation';

/** Settings of the office, its officials, letters, gateway and staff. */
export const settingsMessages = {
  'settings.sections': 'Parts of the settings',
  'settings.office': 'Office and letterhead',
  'settings.officials': 'Officials',
  'settings.emails': 'Official e-mail',
  'settings.letters': 'Letter numbers',
  'settings.templates': 'Texts of letters',
  'settings.sop': 'SOPs',
  'settings.gateway': 'AMS gateway',
  'settings.backup': 'Backup',
  'settings.staff': 'Staff',
  'settings.trail': 'Audit trail',

  'settings.save': 'Save',
  'settings.saved': '{section} saved',
  'settings.dirty': 'There are changes not saved yet',
  'settings.reset': 'Undo changes',

  'settings.office.text': 'Shown on letterheads, register numbers and submissions to AMS.',
  'settings.field.government': 'Name of the regional government',
  'settings.field.name': 'Name of the agency',
  'settings.field.unit': 'Bidang or UPT (third line of the letterhead)',
  'settings.field.shortName': 'Short name',
  'settings.field.code': 'Region code',
  'settings.field.address': 'Address',
  'settings.field.postalCode': 'Postal code',
  'settings.field.phone': 'Office telephone',
  'settings.field.email': 'Office e-mail',
  'settings.field.website': 'Website',
  'settings.field.place': 'Place of letters',
  'settings.field.timeZone': 'Time zone',
  'settings.field.desk': 'Desk code',
  'settings.hint.code': 'Code of the Ministry, such as 32.07',
  'settings.hint.desk': 'Begins register numbers',
  'settings.zone.Asia/Jakarta': 'WIB (UTC+7)',
  'settings.zone.Asia/Makassar': 'WITA (UTC+8)',
  'settings.zone.Asia/Jayapura': 'WIT (UTC+9)',

  'settings.logo': 'Logo of the letterhead',
  'settings.logo.hint': 'PNG, JPEG or SVG, 1 MB at most',
  'settings.logo.none': 'No logo yet',
  'settings.logo.alt': 'Logo on the letterhead',
  'settings.logo.remove': 'Remove logo',
  'settings.logo.unreadable': 'The logo’s file cannot be read. Put in a new one.',
  'settings.logo.tooLarge':
    'The file has {size}; 1 MB at most. Make the picture smaller, then choose again.',
  'settings.logo.problem.not-picture':
    'Not a PNG, JPEG or SVG picture. Save it as PNG, then choose again.',
  'settings.logo.problem.svg-damaged':
    'This SVG is not whole, or written in a way that is not known. Save it as plain SVG or PNG, then choose again.',
  'settings.logo.problem.svg-script':
    'This SVG holds a program. A logo needs none: save it as PNG, then choose again.',
  'settings.logo.problem.svg-external':
    'This SVG names a file or an address outside of itself. Embed its pictures or save it as PNG, then choose again.',
  'settings.logo.problem.svg-foreign':
    'This SVG holds parts that are no drawing (a web page, a film, a movement). Save it as PNG, then choose again.',
  'settings.logo.problem.svg-too-large':
    'This SVG is too complex: more than 20,000 parts. Save it as PNG, then choose again.',
  'settings.logo.problem.picture-not-drawn':
    'The picture cannot be drawn on this computer. Save it as PNG, then choose again.',

  'settings.signatureLogo': 'Logo beside electronic signatures',
  'settings.signatureLogo.hint':
    'Such as the logo of BSrE: PNG, JPEG or SVG, 1 MB at most. Without one, the letter’s QR code stands there.',
  'settings.signatureLogo.none': 'QR code',
  'settings.signatureLogo.alt': 'Logo beside electronic signatures',
  'settings.signatureLogo.remove': 'Use the QR code',

  'settings.signing': 'Electronic signatures',
  'settings.signing.text':
    'Ticked letters have the box of an electronic signature and the sentence of BSrE at the foot; the others are signed by hand. Letters already final do not change.',
  'settings.signing.letters': 'Signed electronically',
  'settings.signing.letters.hint':
    'Applicants always sign by hand: it is their certificate that is being seen to.',
  'settings.signing.byHand':
    'Its text has boxes or dotted lines to write on. Once signed electronically they cannot be filled in; change the text first.',
  'settings.signing.footer': 'Sentence at the foot',
  'settings.signing.footer.long': 'Long',
  'settings.signing.footer.short': 'Short',

  'settings.officials.text':
    'Printed on letters and disposition sheets. Write names in full with degrees.',
  'settings.officials.none': 'The installed SOPs name no officials of this office.',
  'settings.official.name': 'Name',
  'settings.official.nip': 'NIP',
  'settings.official.rank': 'Rank',
  'settings.official.position': 'Position on letters',
  'settings.acting': 'Represented',
  'settings.acting.none': 'No',
  'settings.acting.plt': 'Plt. (acting)',
  'settings.acting.plh': 'Plh. (acting day by day)',
  'settings.acting.an': 'a.n. (on behalf of)',
  'settings.acting.ub': 'u.b. (for him, by a further mandate)',
  'settings.acting.name': 'Name of who represents',
  'settings.acting.position': 'Position of their own',
  'settings.acting.positionHint': 'Leave empty if it is not printed below Plt. or Plh.',
  'settings.acting.through': 'By order of (position above u.b.)',
  'settings.acting.throughHint': 'Such as Sekretaris',
  'settings.acting.nip': 'NIP of who represents',
  'settings.acting.rank': 'Rank of who represents',
  'settings.acting.from': 'Valid from',
  'settings.acting.until': 'Valid until',
  'settings.acting.open': 'Empty: without limit',
  'settings.acting.problem.date': 'Type a whole date, such as 2 March 2026.',
  'settings.acting.problem.order': 'The last day comes before the first.',
  'settings.acting.preview': 'On letters: {lines}',

  'settings.emails.text':
    'AMS takes official addresses only. The applicant’s address must end with one of these.',
  'settings.field.emailSuffixes': 'Endings accepted',
  'settings.hint.emailSuffixes': 'One per line, such as .go.id or @contohkab.go.id',

  'settings.paper': 'Letter paper',
  'settings.paper.text':
    'Paper size, margins and type of all letters. Letters already final do not change.',
  'paper.size': 'Paper size',
  'paper.size.a4': 'A4 ({width} × {height} mm)',
  'paper.size.f4': 'F4/folio ({width} × {height} mm)',
  'paper.size.f4-narrow': 'Narrow F4 ({width} × {height} mm)',
  'paper.size.other': 'Another size',
  'paper.width': 'Width (mm)',
  'paper.height': 'Height (mm)',
  'paper.top': 'Top margin (mm)',
  'paper.right': 'Right margin (mm)',
  'paper.bottom': 'Bottom margin (mm)',
  'paper.left': 'Left margin (mm)',
  'paper.fontSize': 'Type size (pt)',
  'paper.lineSpacing': 'Line spacing',
  'paper.paragraphSpacing': 'Space between paragraphs (pt)',
  'paper.problem.paragraphSpacing': 'Type a space between paragraphs from 0 to 24.',
  'paper.catchword': 'Catchword (kata penyambung)',
  'paper.catchword.hint':
    'The first word of the next page at the right foot of every page but the last',
  'paper.alignment': 'Paragraphs',
  'paper.alignment.justified': 'Justified',
  'paper.alignment.left': 'Left-aligned',
  'paper.problem.side': 'Type millimetres as a number from 148 to 356.',
  'paper.problem.margin': 'Type millimetres as a number from 5 to 60.',
  'paper.problem.fontSize': 'Type a type size from 9 to 14.',
  'paper.problem.lineSpacing': 'Type a line spacing from 1 to 2, such as 1.15.',
  'settings.letters.text':
    'Numbers of letters issued from now on; numbered letters stay as they are.',
  'settings.field.classificationCode': 'Classification code',
  'settings.field.numberPattern': 'Pattern of the number',
  'settings.hint.numberPattern': 'Placeholders: {tokens}',
  'settings.letters.holdForPrint': 'Steps wait for the printer',
  'settings.letters.holdForPrintText':
    'A step can be passed only once it is recorded that its letters came out right.',
  'settings.letters.codes': 'Codes of single kinds of letters',
  'settings.letters.codesText':
    'Search by digits or words. An empty one has the code above. List: Permendagri 83/2022, part of regional governments.',
  'settings.letters.example': 'Example: {number}',

  'settings.gateway.text':
    'Submissions to AMS go by themselves through a gateway. Without one, requests wait in the queue.',
  'settings.field.baseUrl': 'Address of the gateway',
  'settings.hint.baseUrl': 'Such as https://gateway.contohprov.go.id; blank where there is none',
  'settings.gateway.plainHttp':
    'Without https the applicant’s data can be read on the network. Only for this computer or the office’s own network.',
  'settings.gateway.nameHttp':
    'Without https this works only where the name leads into the office’s own network; else submissions are refused.',
  'settings.token': 'Gateway token',
  'settings.token.text': 'Proof that this office may submit; bound to the gateway’s address.',
  'settings.field.token': 'Access token',
  'settings.token.hint': 'From whoever runs the gateway; once saved it is not shown again',
  'settings.token.none': 'No token yet.',
  'settings.token.present': 'A token is kept for {origin}.',
  'settings.token.otherOrigin':
    'The token kept belongs to {origin}, not to the address above. Enter the token of the new address.',
  'settings.token.needsAddress': 'Save the address of the gateway first; the token is bound to it.',
  'settings.token.save': 'Save token',
  'settings.token.forget': 'Delete token',
  'settings.token.kept.os-keychain': 'Token kept in this computer’s password vault',
  'settings.token.kept.vault': 'Token kept, locked together with the office data',
  'settings.token.forgotten': 'Token deleted',
  'settings.token.blank': 'The token is missing.',
  'settings.test': 'Test connection',
  'settings.test.online': 'Connected to the gateway.',
  'settings.test.clock':
    'Connected, but this computer’s clock differs from the gateway’s by {difference}. Set the clock right.',
  'settings.test.no-connection':
    'Nothing answers at that address. Check the network and the address.',
  'settings.test.not-the-gateway':
    'Something answers, but it is not the AMS gateway. Check the address, or sign in to the wifi page first.',
  'settings.test.tls-refused':
    'This computer does not trust the gateway’s certificate, so nothing was sent. Ask whoever runs the gateway.',
  'settings.test.address-refused':
    'That address must not be used without https. Write it with https://.',
  'settings.test.failed': 'The connection could not be tested. Try again.',

  'settings.staff.text':
    'Who may choose their name when signing in. Names in older history stay as they are.',
  'settings.staff.name': 'Name of the new member of staff',
  'settings.staff.add': 'Add member of staff',
  'settings.staff.rename': 'Rename',
  'settings.staff.renameOf': 'Rename {name}',
  'settings.staff.newName': 'New name',
  'settings.staff.saveName': 'Save name',
  'settings.staff.disable': 'Make inactive',
  'settings.staff.disableOf': 'Make {name} inactive',
  'settings.staff.disableTitle': 'Make {name} inactive?',
  'settings.staff.disableText':
    'They can no longer sign in at this desk. Their work and name stay in the history.',
  'settings.staff.you': 'you',
  'settings.staff.added': '{name} added',
  'settings.staff.renamed': 'Renamed to {name}',
  'settings.staff.disabled': '{name} is inactive',
  'settings.staff.former': 'Inactive: {names}',
  'settings.staff.roles': 'Roles',
  'settings.staff.rolesOf': 'Roles of {name}',
  'settings.staff.rolesNew': 'Roles of the new member of staff',
  'settings.staff.saveRoles': 'Save roles',
  'settings.staff.rolesChanged': 'Roles of {name} changed',
  'settings.staff.notYourself': 'Another administrator disables your own account.',
  'settings.staff.reason.moved': 'Moved to other work',
  'settings.staff.reason.retired': 'Retired or left',
  'settings.staff.reason.mistake': 'Added by mistake',
  'settings.drafts': 'Pending drafts',
  'settings.drafts.text': 'Typed but not recorded. Only who typed it can open it.',
  'settings.drafts.none': 'Nothing is typed and not recorded.',
  'settings.drafts.line': '{count} drafts, oldest {oldest}, latest {latest}',
  'settings.drafts.unknown': 'Somebody not known here',
  'settings.field.lockAfterMinutes': 'Lock the screen after (minutes)',
  'settings.hint.lockAfterMinutes': 'Without typing or clicking; the outbox goes on',
  'settings.problem.lockAfterMinutes': 'Enter whole minutes from 1 to 120.',
  'settings.switchStaff': 'Switch staff',

  'settings.problem.blank': '{label} is missing.',
  'settings.problem.desk': 'Desk code: 1 to 4 capital letters or digits, such as A.',
  'settings.problem.code': 'A region code has digits and dots, such as 32.07.',
  'settings.problem.postalCode': 'A postal code has 5 digits.',
  'settings.problem.email': 'The address is not complete. Write it like kantor@contohkab.go.id.',
  'settings.problem.suffix':
    '“{suffix}” is no ending of an address. Write it like .go.id or @contohkab.go.id.',
  'settings.problem.suffixNone': 'Write at least one ending, such as .go.id.',
  'settings.problem.not-an-address':
    'Not a web address. Write it in full, such as https://gateway.contohprov.go.id.',
  'settings.problem.credentials-in-address':
    'Remove user name and password from the address. The token goes into its own field below.',
  'settings.problem.plain-http-to-public-host':
    'An address on the internet must use https, so that nobody else reads the applicant’s data.',
} as const satisfies TranslationOf<typeof id>;
