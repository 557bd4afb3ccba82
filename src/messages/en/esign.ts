import type { esignMessages as idMessages } from '../id/esign';
import type { TranslationOf } from '../translation';

export const esignMessages = {
  'settings.esign': 'Electronic signing service',
  'settings.esign.text':
    'Esign Client Service (ESC) in the office’s network. A signer’s passphrase is never kept.',
  'settings.esign.baseUrl': 'Address of ESC',
  'settings.esign.baseUrlHint': 'Such as https://esc.contohkab.go.id; blank where there is none',
  'settings.esign.plainHttp':
    'http without encryption: anybody on this network can read passphrases. Use https where you can.',
  'settings.esign.nameHttp':
    'http without encryption; only opened when the name leads into the office’s network. Anybody on it can read passphrases.',
  'settings.esign.problem.not-an-address':
    'Not a whole address. Write it with https://, such as https://esc.contohkab.go.id.',
  'settings.esign.problem.credentials-in-address':
    'Do not write name and password into the address. They go into the credentials below.',
  'settings.esign.problem.plain-http-to-public-host':
    'A public address has to be https: no passphrase leaves the office’s network over http.',
  'settings.esign.problem.seconds': 'Write a number from {least} to {most}.',
  'settings.esign.version': 'Version of the interface',
  'settings.esign.v2': 'Version 2 (advised)',
  'settings.esign.v1': 'Version 1 (old)',
  'settings.esign.v1Box': 'Box of the signature in version 1',
  'settings.esign.v1BoxHint': 'Servers differ; try it once with a test letter.',
  'settings.esign.box.size': 'Width and height',
  'settings.esign.box.corner': 'Upper right corner',
  'settings.esign.adminPassword': 'The default admin password of ESC has been changed',
  'settings.esign.adminPasswordHint':
    'ESC’s manual prints a default admin password. Whoever reads it can sign in until it is changed.',
  'settings.esign.local': 'Allow local certificates (.p12)',
  'settings.esign.localRule':
    'The office decides. Signatures are made on this computer with the signer’s key file; find out first whether the receiver accepts that certificate. Neither key file nor passphrase is kept.',
  'settings.esign.timestampUrl': 'Timestamp authority (TSA)',
  'settings.esign.timestampHint': 'For local certificates; without it the time is this computer’s',
  'settings.esign.timeouts': 'Time-outs (seconds)',
  'settings.esign.timeout.connect': 'Connecting',
  'settings.esign.timeout.read': 'A plain question',
  'settings.esign.timeout.sign': 'Signing',
  'settings.esign.timeout.verify': 'Checking',
  'settings.esign.test.answers': 'ESC answers a question about a status.',
  'settings.esign.test.clock':
    'The clocks of this computer and the server differ by {difference}. Set one of them right.',
  'settings.esign.test.credentials':
    'ESC is there and refuses the application’s credentials. Look at name and password below.',
  'settings.esign.test.refused': 'ESC is there and refuses the question about a status.',
  'settings.esign.test.retry': 'ESC is there and busy, or does not answer. Try again.',
  'settings.esign.test.no-connection':
    'Nothing answers at that address. Look at the address, the network and the server.',
  'settings.esign.test.not-the-gateway':
    'What answers is not ESC. Look at the address and the way there.',
  'settings.esign.test.tls-refused':
    'The server’s certificate is not trusted. Ask whoever runs ESC to mend it; this is not skipped.',
  'settings.esign.test.address-refused':
    'That address may not be used: http is for addresses inside the office’s network alone.',

  'settings.escLogin': 'Application credentials of ESC',
  'settings.escLogin.text':
    'Name and password from ESC’s admin page, bound to its address. Once saved they are not shown again.',
  'settings.escLogin.needsAddress':
    'Save the address of ESC first; the credentials are bound to it.',
  'settings.escLogin.user': 'Application name',
  'settings.escLogin.userOdd': 'Write the name, without a colon.',
  'settings.escLogin.password': 'Application password',
  'settings.escLogin.blank': 'The password is missing.',
  'settings.escLogin.save': 'Save credentials',
  'settings.escLogin.forget': 'Delete credentials',
  'settings.escLogin.none': 'No credentials yet.',
  'settings.escLogin.present': 'Credentials are kept for {origin}.',
  'settings.escLogin.otherOrigin':
    'Credentials are kept for {origin}, so they are not sent to this address.',
  'settings.escLogin.changed.os-keychain': 'Credentials kept in this computer’s password vault',
  'settings.escLogin.changed.vault': 'Credentials kept, locked together with the office data',
  'settings.escLogin.changed.forgotten': 'Credentials deleted',
  'returns.title': 'Folder of what comes back from BeSign or Panter',
  'returns.text':
    'While an exported letter waits on the Letters screen, this folder is watched. A file that clearly is that letter with one signature more is taken; others are left alone. Nothing in this folder is changed or deleted.',
  'returns.folder': 'Folder on this computer',
  'returns.hint': 'The whole path, such as D:\\Signed; leave it empty for none',
  'returns.save': 'Watch this folder',
  'returns.stop': 'Stop watching',
  'returns.saved': 'The folder is watched',
  'returns.stopped': 'The folder is no longer watched',
  'returns.problem.not-absolute':
    'Write the whole path of the folder, from the drive or the first slash.',
  'returns.problem.missing': 'That folder is not there or cannot be opened. Check the spelling.',
  'returns.problem.not-a-folder': 'That is a file, not a folder.',
  'returns.problem.inside-data': 'That folder is Loket SE’s own. Choose another.',
  'returns.problem.unanswered': 'Loket SE could not keep it. Try again.',
} as const satisfies TranslationOf<typeof idMessages>;
