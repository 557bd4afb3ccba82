import { join } from 'node:path';
import type { Scanner, ScanProfile } from '../../../src/contract/scanner';
import type { Disk } from '../disk';
import type { RunProgram } from '../run-program';
import { createPageSpool } from './page-spool';
import { NOTHING_FOUND, type ScanBackend, type ScanEnd, type ScanListener } from './scan-backend';
import {
  FIELD_SIGN,
  profileArguments,
  readDevices,
  readProgress,
  readSources,
  readStatus,
} from './sane-output';

const PREFIX = 'sane:';
/** More devices are not asked what they can do: each takes a moment. */
const MOST_DEVICES = 8;

export interface SaneOptions {
  readonly run: RunProgram;
  readonly disk: Disk;
  /** A folder of this program alone where a page lies until it is read. */
  readonly folder: string;
}

/** Linux by `scanimage` of SANE. Words: scanimage(1) of sane-backends 1.1 and later. */
export function createSane({ run, disk, folder }: SaneOptions): ScanBackend {
  const listings = new Map<string, string>();

  const askDevice = async (device: string): Promise<string> => {
    const ran = await run('scanimage', ['-d', device, '-A']);
    return ran.kind === 'ended' && ran.code === 0 ? ran.out : '';
  };

  const list: ScanBackend['list'] = async () => {
    const ran = await run('scanimage', ['-f', `%d${FIELD_SIGN}%v${FIELD_SIGN}%m%n`]);
    if (ran.kind === 'hung') return { ...NOTHING_FOUND, state: 'not-answering' };
    if (ran.kind !== 'ended') return NOTHING_FOUND;
    const scanners: Scanner[] = [];
    for (const { device, name } of readDevices(ran.out).slice(0, MOST_DEVICES)) {
      const listing = await askDevice(device);
      listings.set(device, listing);
      const sources = [...readSources(listing)];
      if (sources.length > 0) scanners.push({ id: PREFIX + device, name, kind: 'sane', sources });
    }
    return { state: 'running', scanners, silent: [] };
  };

  const scan = async (
    id: string,
    profile: ScanProfile,
    listener: ScanListener,
    signal: AbortSignal,
  ): Promise<ScanEnd> => {
    const device = id.slice(PREFIX.length);
    const listing = listings.get(device) || (await askDevice(device));
    if (listing === '') return { refusal: 'device-gone', detail: 'scanimage: no options' };
    const asked = profileArguments(listing, profile);
    if (asked === null) return { refusal: 'profile-refused', detail: 'scanimage: options' };
    listings.set(device, listing);
    const ending = profile.colour === 'lineart' ? 'png' : 'jpeg';
    await disk.makeFolder(folder);
    const pages = createPageSpool(disk, folder, profile.dpi, listener);
    const ran = await run(
      'scanimage',
      [
        ...['-d', device, ...asked, `--format=${ending}`, '--progress', '--batch-print'],
        `--batch=${join(folder, `page-%04d.${ending}`)}`,
        ...(profile.source === 'flatbed' ? ['--batch-count=1'] : []),
      ],
      {
        signal,
        onWords: (stream, words) => {
          if (stream === 'out') pages.hear(words);
          const share = stream === 'err' ? readProgress(words) : null;
          if (share !== null) listener.reading(pages.begun(), share);
        },
      },
    );
    await pages.settled();
    if (ran.kind === 'absent' || ran.kind === 'refused') {
      return { refusal: 'device-gone', detail: 'scanimage: not started' };
    }
    if (ran.kind === 'hung') return { refusal: 'hung', detail: 'scanimage: hung' };
    return { refusal: readStatus(ran.code, pages.count()), detail: `scanimage: exit ${ran.code}` };
  };

  return { kind: 'sane', list, scan };
}
