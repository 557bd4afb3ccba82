import type { ColourMode, ScanProfile } from '../../../src/contract/scanner';
import { powerShellArguments } from '../printing/windows-scripts';
import { createPageSpool } from './page-spool';
import type { SaneOptions } from './sane';
import { NOTHING_FOUND, type ScanBackend, type ScanEnd, type ScanListener } from './scan-backend';
import { handlingOf, readWiaEnd, readWiaScanners } from './wia-output';
import { WIA_SCRIPTS } from './wia-scripts';

const PREFIX = 'wia:';

/** `WIA_IPS_CUR_INTENT` (6146): colours, shades of grey, black and white text. */
const intents: Readonly<Record<ColourMode, number>> = { color: 1, gray: 2, lineart: 4 };
/** Formats by their class identifiers (wiaFormatJPEG, wiaFormatPNG). */
const JPEG = '{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}';
const PNG = '{B96B3CAF-0728-11D3-9D7B-0000F81EF32E}';

/**
 * Windows by PowerShell and WIA. Written after Microsoft's reference, tried against recorded
 * answers alone and never on Windows: see docs/scanning.md.
 */
export function createWia({ run, disk, folder }: SaneOptions): ScanBackend {
  const list: ScanBackend['list'] = async () => {
    const ran = await run('powershell.exe', powerShellArguments(WIA_SCRIPTS.list));
    if (ran.kind === 'hung') return { ...NOTHING_FOUND, state: 'not-answering' };
    if (ran.kind !== 'ended') return NOTHING_FOUND;
    const scanners = ran.code === 0 ? readWiaScanners(ran.out, PREFIX) : null;
    if (scanners === null) return { ...NOTHING_FOUND, state: 'not-answering' };
    return { state: 'running', scanners, silent: [] };
  };

  const scan = async (
    id: string,
    profile: ScanProfile,
    listener: ScanListener,
    signal: AbortSignal,
  ): Promise<ScanEnd> => {
    await disk.makeFolder(folder);
    const pages = createPageSpool(disk, folder, profile.dpi, listener);
    listener.reading(1, null);
    const ran = await run('powershell.exe', powerShellArguments(WIA_SCRIPTS.scan), {
      signal,
      environment: { ...valuesOf(id.slice(PREFIX.length), profile), LOKET_FOLDER: folder },
      onWords: (stream, words) => {
        if (stream === 'out') pages.hear(words.replaceAll('\r', ''));
      },
    });
    await pages.settled();
    if (ran.kind === 'hung') return { refusal: 'hung', detail: 'powershell: hung' };
    if (ran.kind !== 'ended') return { refusal: 'device-gone', detail: `powershell: ${ran.kind}` };
    const detail = `powershell: exit ${ran.code} ${/WIA [0-9A-F]{8}/.exec(ran.err)?.[0] ?? ''}`;
    return { refusal: readWiaEnd(ran.code, ran.err, pages.count()), detail: detail.trim() };
  };

  return { kind: 'wia', list, scan };
}

function valuesOf(scanner: string, profile: ScanProfile): Readonly<Record<string, string>> {
  const { dpi, width, height, colour, source } = profile;
  const pixels = (millimetres: number) => String(Math.round((millimetres / 25.4) * dpi));
  const isLineArt = colour === 'lineart';
  return {
    LOKET_SCANNER: scanner,
    LOKET_HANDLING: String(handlingOf[source]),
    LOKET_INTENT: String(intents[colour]),
    LOKET_DPI: String(dpi),
    LOKET_PIXELS_X: pixels(width),
    LOKET_PIXELS_Y: pixels(height),
    LOKET_FORMAT: isLineArt ? PNG : JPEG,
    LOKET_ENDING: isLineArt ? 'png' : 'jpg',
  };
}
