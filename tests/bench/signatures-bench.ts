import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodePkiCrypto } from '../../electron/services/pki/node-crypto';
import { renderLetter } from '../../src/documents/render-letter';
import { readCrl } from '../../src/domain/pki/crl';
import { statusByCrl } from '../../src/domain/pki/revocation';
import { verifyDocument } from '../../src/domain/signatures/verify-document';
import { withElectronic } from '../helpers/letter-cases';
import { finalOptions, readFonts, wordedLetter } from '../helpers/letters';
import { FictitiousCa, type Issued } from '../helpers/pki/fictitious-ca';
import { certificateOf, material, SigningDesk } from '../helpers/pki/signing-desk';
import { signWithSignpdf } from './signatures/signpdf';

const ROUNDS = Number(process.env['LOKET_BENCH_ROUNDS'] ?? 15);
const ENTRIES = Number(process.env['LOKET_BENCH_ENTRIES'] ?? 100_000);
const LETTER = 'revocation-application';
/** `@signpdf` opens no key file whose passphrase has other letters than those of ASCII. */
const PLAIN = 'Kata-Sandi-Contoh-1';

type Times = Readonly<Record<string, number>>;

/** Medians in milliseconds, the contestants one after the other in each round. */
async function interleaved(
  contestants: Readonly<Record<string, () => unknown>>,
  rounds = ROUNDS,
): Promise<Times> {
  const all = Object.entries(contestants).map(([name, run]) => ({
    name,
    run,
    times: [] as number[],
  }));
  for (let round = -2; round < rounds; round += 1) {
    for (const { run, times } of all) {
      const begun = performance.now();
      await run();
      // The first two rounds only warm up.
      if (round >= 0) times.push(performance.now() - begun);
    }
  }
  return Object.fromEntries(
    all.map(({ name, times }) => [
      name,
      times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN,
    ]),
  );
}

async function letter(): Promise<Uint8Array> {
  const content = wordedLetter(LETTER, withElectronic(LETTER));
  const fonts = readFonts(resolve('resources/fonts'));
  const made = await renderLetter(content, { fonts }, finalOptions);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** Signing a letter with a key file: ours with everything it does, beside `@signpdf` alone. */
async function benchSigning(
  desk: SigningDesk,
  pdf: Uint8Array,
  keyFile: Uint8Array,
  plainKeyFile: Uint8Array,
): Promise<Times> {
  return interleaved({
    ours: () => desk.signed(pdf, keyFile),
    signpdf: () => signWithSignpdf(pdf, plainKeyFile, PLAIN),
  });
}

/** Checking: beside `pdfsig`, and beside the start of that program, which does nothing. */
async function benchVerifying(desk: SigningDesk, pdf: Uint8Array): Promise<Times> {
  const path = join(desk.folder, 'bench.pdf');
  writeFileSync(path, pdf);
  return interleaved({
    ours: () => {
      const report = verifyDocument(pdf, material());
      if (report.outcome !== 'checked') throw new Error(report.outcome);
    },
    pdfsig: () => execFileSync('pdfsig', ['-nocert', path], { cwd: desk.folder, stdio: 'pipe' }),
    'pdfsig, its start': () => execFileSync('pdfsig', ['-v'], { stdio: 'pipe' }),
  });
}

/** A list with many entries, made and signed by openssl. */
function longList(ca: FictitiousCa): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: ENTRIES }, (_, number) => {
    const serial = (0x10_0000_0000 + number * 7).toString(16).toUpperCase().padStart(12, '0');
    return `R\t361231235959Z\t260101000000Z,keyCompromise\t${serial}\tunknown\t/CN=Contoh\n`;
  });
  writeFileSync(ca.path('index.txt'), lines.join(''));
  return ca.crl();
}

async function benchList(ca: FictitiousCa, person: Issued): Promise<Times> {
  const list = longList(ca);
  writeFileSync(ca.path('long.crl'), list);
  writeFileSync(
    ca.path('chain.pem'),
    [ca.issuing, ca.root].map(({ certificate }) => readFileSync(certificate, 'utf8')).join(''),
  );
  const certificate = certificateOf(ca.der(person));
  const issuer = certificateOf(ca.der(ca.issuing));
  const held = readCrl(list);
  if (!held.ok) throw new Error(held.error);
  const find = (base: typeof held.value) =>
    statusByCrl(certificate, { base, delta: null }, issuer, Date.now(), nodePkiCrypto);
  const inHand = held.value;
  return interleaved(
    {
      'ours, list read, its signature checked, serial looked up': () => {
        const read = readCrl(new Uint8Array(readFileSync(ca.path('long.crl'))));
        if (!read.ok || find(read.value).kind !== 'good') throw new Error('not good');
      },
      'ours, list in hand': () => {
        if (inHand.find('1000000007') === null) throw new Error('not found');
      },
      'openssl crl, signature checked': () =>
        ca.openssl(
          'crl',
          '-inform',
          'DER',
          '-in',
          'long.crl',
          '-noout',
          '-CAfile',
          'chain.pem',
          '-verify',
        ),
      'openssl verify -crl_check': () =>
        ca.openssl(
          'verify',
          '-crl_check',
          '-partial_chain',
          '-trusted',
          ca.issuing.certificate,
          '-CRLfile',
          'list.pem',
          person.certificate,
        ),
      'openssl, its start': () => ca.openssl('version'),
    },
    5,
  );
}

/** Signing, checking and the list of revoked certificates; writes out/bench/signatures.json. */
export async function benchSignatures(): Promise<void> {
  const ca = new FictitiousCa();
  const desk = new SigningDesk();
  try {
    const person = ca.issue({ name: 'Contoh Satu' });
    const keyFile = ca.keyFile(person);
    const pdf = await letter();
    const signing = await benchSigning(
      desk,
      pdf,
      keyFile,
      ca.keyFile(person, '-passout', `pass:${PLAIN}`),
    );
    let signed = (await desk.signed(pdf, keyFile)).bytes;
    const one = await benchVerifying(desk, signed);
    for (let more = 1; more < 10; more += 1) signed = (await desk.signed(signed, keyFile)).bytes;
    const ten = await benchVerifying(desk, signed);
    const list = await benchList(ca, person);
    const result = {
      rounds: ROUNDS,
      letterBytes: pdf.length,
      entries: ENTRIES,
      signing,
      one,
      ten,
      list,
    };
    mkdirSync('out/bench', { recursive: true });
    writeFileSync('out/bench/signatures.json', `${JSON.stringify(result, null, 2)}\n`);
    for (const [what, times] of Object.entries({
      signing,
      'one signature': one,
      'ten signatures': ten,
      list,
    })) {
      console.log(what);
      for (const [name, ms] of Object.entries(times)) console.log(`  ${name}: ${ms.toFixed(3)} ms`);
    }
  } finally {
    ca.remove();
    desk.remove();
  }
}
