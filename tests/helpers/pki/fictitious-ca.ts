import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The passphrase of every key file made here; fictitious like everything else. */
export const keyFilePassphrase = 'Kata Sandi Contoh 1 é';

/** A certificate with its key, as files of the authority's folder. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

export interface IssueOptions {
  readonly name: string;
  readonly keyKind?: 'rsa' | 'p256' | 'p384' | 'rsa1024';
  /** Lines of the extensions section. */
  readonly extensions?: readonly string[];
  /** `YYYYMMDDHHMMSSZ`. */
  readonly from?: string;
  readonly to?: string;
  readonly hash?: string;
  readonly subject?: string;
  /** The authority that issues it; the issuing one unless told. */
  readonly by?: Issued;
}

/**
 * A small fictitious authority made by openssl in a folder of its own: a root, an issuing
 * authority under it with its database, a timestamp authority and whoever is issued to.
 */
export class FictitiousCa {
  readonly folder = mkdtempSync(join(tmpdir(), 'loket-ca-'));
  readonly root: Issued;
  readonly issuing: Issued;
  /** Put into certificates as CRL and OCSP addresses. */
  crlAddress = 'http://127.0.0.1:9/contoh.crl';
  ocspAddress = 'http://127.0.0.1:9/ocsp';

  constructor() {
    writeFileSync(this.path('index.txt'), '');
    writeFileSync(this.path('index.txt.attr'), 'unique_subject = no\n');
    writeFileSync(this.path('serial'), '00F1C2D3E4A5B60718\n');
    writeFileSync(this.path('crlnumber'), '10\n');
    this.root = this.makeKey('root', 'rsa');
    this.openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      this.root.key,
      '-out',
      this.root.certificate,
      '-days',
      '3650',
      '-subj',
      '/C=ID/O=Lembaga Contoh/CN=Root CA Contoh',
      '-sha256',
      '-addext',
      'basicConstraints=critical,CA:TRUE',
      '-addext',
      'keyUsage=critical,keyCertSign,cRLSign',
    );
    this.issuing = this.makeKey('issuing', 'rsa');
    this.sign(this.issuing, this.root, {
      name: 'issuing',
      subject: '/C=ID/O=Lembaga Contoh/CN=CA Contoh DS G1',
      extensions: [
        'basicConstraints=critical,CA:TRUE,pathlen:0',
        'keyUsage=critical,keyCertSign,cRLSign,digitalSignature',
      ],
    });
  }

  /** A path in the authority's folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(readFileSync(name));
  }

  openssl(...args: readonly string[]): Buffer {
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    return execFileSync('openssl', args, { cwd: this.folder, stdio, maxBuffer: 64 * 1024 * 1024 });
  }

  private makeKey(name: string, kind: IssueOptions['keyKind']): Issued {
    const key = this.path(`${name}.key`);
    const how = {
      rsa: ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
      rsa1024: ['RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
      p256: ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      p384: ['EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
    }[kind ?? 'rsa'];
    this.openssl('genpkey', '-algorithm', ...how, '-out', key);
    return { key, certificate: this.path(`${name}.crt`) };
  }

  private sign(whose: Issued, by: Issued, options: IssueOptions): void {
    const request = this.path(`${options.name}.csr`);
    const subject = options.subject ?? `/C=ID/O=Pemerintah Kabupaten Contoh/CN=${options.name}`;
    this.openssl('req', '-new', '-utf8', '-key', whose.key, '-subj', subject, '-out', request);
    const config = this.path(`${options.name}.cnf`);
    writeFileSync(
      config,
      [
        '[ca]',
        'default_ca = c',
        '[c]',
        `database = ${this.path('index.txt')}`,
        `new_certs_dir = ${this.folder}`,
        `serial = ${this.path('serial')}`,
        `crlnumber = ${this.path('crlnumber')}`,
        `default_md = ${options.hash ?? 'sha256'}`,
        'policy = p',
        'x509_extensions = e',
        'default_days = 700',
        'default_crl_days = 7',
        'copy_extensions = none',
        'unique_subject = no',
        '[p]',
        'countryName = optional',
        'organizationName = optional',
        'organizationalUnitName = optional',
        'commonName = supplied',
        '[e]',
        'subjectKeyIdentifier = hash',
        'authorityKeyIdentifier = keyid',
        ...(options.extensions ?? []),
        '',
      ].join('\n'),
    );
    const time = [
      ...(options.from === undefined ? [] : ['-startdate', options.from]),
      ...(options.to === undefined ? [] : ['-enddate', options.to]),
    ];
    this.openssl(
      'ca',
      '-batch',
      '-notext',
      '-utf8',
      '-config',
      config,
      '-cert',
      by.certificate,
      '-keyfile',
      by.key,
      '-in',
      request,
      '-out',
      whose.certificate,
      ...time,
    );
  }

  /** Issues a person's certificate; extensions as BSrE's have them unless told otherwise. */
  issue(options: IssueOptions): Issued {
    const issued = this.makeKey(options.name.replaceAll(/\W/g, '-'), options.keyKind);
    this.sign(issued, options.by ?? this.issuing, {
      ...options,
      extensions: options.extensions ?? [
        'basicConstraints=CA:FALSE',
        'keyUsage=critical,digitalSignature,nonRepudiation',
        `crlDistributionPoints=URI:${this.crlAddress}`,
        `authorityInfoAccess=OCSP;URI:${this.ocspAddress},caIssuers;URI:http://127.0.0.1:9/ca.crt`,
      ],
    });
    return issued;
  }

  /** A further authority under the root. */
  issueAuthority(name: string, extensions: readonly string[]): Issued {
    const issued = this.makeKey(name.replaceAll(/\W/g, '-'), 'rsa');
    this.sign(issued, this.root, {
      name,
      subject: `/C=ID/O=Lembaga Contoh/CN=${name}`,
      extensions,
    });
    return issued;
  }

  /** A key file; `ways` are extra arguments of `openssl pkcs12 -export`. */
  keyFile(issued: Issued, ...ways: readonly string[]): Uint8Array<ArrayBuffer> {
    const chain = this.path('chain.pem');
    writeFileSync(
      chain,
      Buffer.concat([readFileSync(this.issuing.certificate), readFileSync(this.root.certificate)]),
    );
    const out = this.path('key-file.p12');
    this.openssl(
      'pkcs12',
      '-export',
      '-inkey',
      issued.key,
      '-in',
      issued.certificate,
      '-certfile',
      chain,
      '-passout',
      `pass:${keyFilePassphrase}`,
      '-out',
      out,
      ...ways,
    );
    return this.read(out);
  }

  /** The DER of a certificate file. */
  der(issued: Issued): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.openssl('x509', '-in', issued.certificate, '-outform', 'DER'));
  }

  /** A new CRL of the issuing authority as DER. */
  crl(...ways: readonly string[]): Uint8Array<ArrayBuffer> {
    const pem = this.path('list.pem');
    this.openssl(
      'ca',
      '-gencrl',
      '-config',
      this.path('issuing.cnf'),
      '-cert',
      this.issuing.certificate,
      '-keyfile',
      this.issuing.key,
      '-out',
      pem,
      ...ways,
    );
    return new Uint8Array(this.openssl('crl', '-in', pem, '-outform', 'DER'));
  }

  revoke(issued: Issued, reason: string): void {
    this.openssl(
      'ca',
      '-config',
      this.path('issuing.cnf'),
      '-cert',
      this.issuing.certificate,
      '-keyfile',
      this.issuing.key,
      '-revoke',
      issued.certificate,
      '-crl_reason',
      reason,
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
