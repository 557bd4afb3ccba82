import type { ScanProfile, Scanner } from '../../../src/contract/scanner';
import { sniffMediaType } from '../../../src/domain/documents/sniff-media-type';
import type { Exchange } from '../ams/exchange';
import { createEsclLine } from './escl-line';
import { readCapabilities, readScannerStatus, scanSettings } from './escl-xml';
import { findEsclScanners, type FindScanners } from './find-escl';
import type { ScanBackend, ScanEnd, ScanListener } from './scan-backend';

const PREFIX = 'escl:';
/** Milliseconds for what needs no paper to move. */
const SHORT = 10_000;
/** Milliseconds between questions to a scanner that says "not yet" (503). */
const NOT_YET = 1000;

export interface EsclOptions {
  /** Milliseconds a scanner may take for one page. */
  readonly patience: number;
  /** Left out: mDNS. Tests name what is in the network. */
  readonly find?: FindScanners;
  readonly notYet?: number;
}

type Ask = ReturnType<typeof createEsclLine>;

/** Scanners of the network by eSCL, as AirScan printers speak it; no driver is needed. */
export function createEscl(options: EsclOptions): ScanBackend {
  const { patience, find = findEsclScanners, notYet = NOT_YET } = options;
  const ask = createEsclLine();
  return {
    kind: 'escl',
    list: async (addresses) => {
      const named = addresses.map((address) => ({ address, base: baseOf(address) }));
      const bases = new Set([...named.flatMap(({ base }) => base ?? []), ...(await find())]);
      const told = new Map(
        await Promise.all(
          [...bases].map(async (base) => [base, await describe(ask, base)] as const),
        ),
      );
      return {
        state: 'running',
        scanners: [...told.values()].filter((one) => typeof one !== 'string'),
        silent: named.flatMap(({ address, base }) => {
          const detail = base === null ? 'not-an-address' : told.get(base);
          return typeof detail === 'string' ? [{ address, detail }] : [];
        }),
      };
    },
    scan: async (id, profile, listener, signal) => {
      const base = id.slice(PREFIX.length);
      const job = await beginJob(ask, base, profile);
      if (typeof job !== 'string') return job;
      const drop = () => void ask({ method: 'DELETE', url: new URL(job), patience: SHORT });
      if (signal.aborted) drop();
      signal.addEventListener('abort', drop, { once: true });
      try {
        return await readPages({ ask, base, job, patience, notYet }, profile, listener, signal);
      } finally {
        signal.removeEventListener('abort', drop);
      }
    },
  };
}

/** A scanner as it describes itself; the code of why not where it does not. */
async function describe(ask: Ask, base: string): Promise<Scanner | string> {
  const url = new URL(`${base}/ScannerCapabilities`);
  const asked = await ask({ method: 'GET', url, patience: SHORT });
  if (asked.kind !== 'answer') return codeOf(asked);
  const { status, body } = asked.answer;
  const told = status === 200 ? readCapabilities(body) : null;
  if (told === null) return `HTTP ${status}`;
  const name = told.name === '' ? url.host : told.name;
  return { id: PREFIX + base, name, kind: 'escl', sources: [...told.sources] };
}

/** What is wrong by the scanner's own word; `otherwise` where it has none. */
async function wrong(ask: Ask, base: string, otherwise: ScanEnd): Promise<ScanEnd> {
  const url = new URL(`${base}/ScannerStatus`);
  const asked = await ask({ method: 'GET', url, patience: SHORT });
  if (asked.kind !== 'answer') return { refusal: 'device-gone', detail: codeOf(asked) };
  const refusal = readScannerStatus(asked.answer.body);
  return refusal === null ? otherwise : { ...otherwise, refusal };
}

/** The address of the job that was begun, or why none was. */
async function beginJob(ask: Ask, base: string, profile: ScanProfile): Promise<string | ScanEnd> {
  const url = new URL(`${base}/ScanJobs`);
  const asked = await ask({
    method: 'POST',
    url,
    body: scanSettings(profile),
    patience: SHORT,
  });
  if (asked.kind !== 'answer') return { refusal: 'device-gone', detail: codeOf(asked) };
  const { status, headers } = asked.answer;
  const detail = `HTTP ${status}`;
  if (status === 503) return wrong(ask, base, { refusal: 'device-busy', detail });
  const job = status === 201 ? jobAddress(base, headers['location']) : null;
  return job ?? wrong(ask, base, { refusal: jobRefusal(status), detail });
}

interface Job {
  readonly ask: Ask;
  readonly base: string;
  readonly job: string;
  readonly patience: number;
  readonly notYet: number;
}

/** Fetches page after page until the scanner has no more (404 or 410). */
async function readPages(
  { ask, base, job, patience, notYet }: Job,
  profile: ScanProfile,
  listener: ScanListener,
  signal: AbortSignal,
): Promise<ScanEnd> {
  let waited = 0;
  for (let page = 1; !signal.aborted;) {
    listener.reading(page, null);
    const url = new URL(`${job}/NextDocument`);
    const asked = await ask({ method: 'GET', url, patience });
    if (asked.kind !== 'answer') {
      const hung = asked.kind === 'lost' && asked.cause === 'timed-out';
      if (hung) void ask({ method: 'DELETE', url: new URL(job), patience: SHORT });
      const lost = { refusal: hung ? 'hung' : 'device-gone', detail: codeOf(asked) } as const;
      return hung ? lost : wrong(ask, base, lost);
    }
    const { status, body } = asked.answer;
    const detail = `HTTP ${status}`;
    if (status === 200) {
      const kind = sniffMediaType(body);
      if (!kind.ok) return { refusal: 'failed', detail: kind.error.code };
      listener.page({ bytes: new Uint8Array(body), dpi: profile.dpi });
      page += 1;
      waited = 0;
    } else if (status === 404 || status === 410) {
      const ended = await wrong(ask, base, { refusal: page > 1 ? null : 'no-paper', detail });
      // An empty feeder after its pages, and a glass that is free again, are the usual end.
      const isUsual = ended.refusal === 'no-paper' || ended.refusal === 'device-busy';
      return page > 1 && isUsual ? { refusal: null, detail } : ended;
    } else if (status === 503 && waited < patience) {
      waited += notYet;
      await new Promise((resolve) => setTimeout(resolve, notYet));
    } else if (status === 503) {
      return { refusal: 'hung', detail };
    } else return wrong(ask, base, { refusal: 'failed', detail });
  }
  return { refusal: null, detail: 'cancelled' };
}

function jobRefusal(status: number): 'profile-refused' | 'no-access' | 'failed' {
  if (status === 400 || status === 409) return 'profile-refused';
  return status === 401 || status === 403 ? 'no-access' : 'failed';
}

/** Where the job lives: under the scanner that was asked, whatever host its answer names. */
function jobAddress(base: string, location: string | undefined): string | null {
  if (location === undefined || !URL.canParse(location, base)) return null;
  const { origin } = new URL(base);
  return `${origin}${new URL(location, base).pathname.replace(/\/+$/, '')}`;
}

/** `192.168.1.20`, `printer.local:8080` or a whole address, as the base of eSCL; null for others. */
function baseOf(address: string): string | null {
  const text = address.trim().replace(/\/+$/, '');
  const whole = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  if (text === '' || !URL.canParse(whole)) return null;
  const { origin, pathname, username, hostname } = new URL(whole);
  if (username !== '' || hostname === '') return null;
  return `${origin}${pathname === '/' ? '/eSCL' : pathname.replace(/\/+$/, '')}`;
}

function codeOf(asked: Exclude<Exchange, { kind: 'answer' }>): string {
  return asked.kind === 'no-token' ? asked.kind : asked.detail;
}
