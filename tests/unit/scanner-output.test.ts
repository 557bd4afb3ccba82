import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { profileArguments, readSources } from '../../electron/services/scanner/sane-output';
import { createWia } from '../../electron/services/scanner/wia';
import type { RunProgram } from '../../electron/services/run-program';
import type { ScanProfile } from '../../src/contract/scanner';
import { systemDisk } from '../../electron/services/disk';

/** Of an office scanner with feeder, as its SANE driver lists it (epson2). */
const FEEDER = `
All options specific to device \`epson2:net:192.168.1.9':
  Scan Mode:
    --mode Lineart|Gray|Color [Lineart]
        Selects the scan mode (e.g., lineart, monochrome, or color).
    --resolution 75|150|300|600|1200dpi [75]
        Sets the resolution of the scanned image.
  Geometry:
    -x 0..215.9mm [215.9]
        Width of scan-area.
    -y 0..297.18mm [297.18]
        Height of scan-area.
  Optional equipment:
    --source Flatbed|Automatic Document Feeder [Flatbed]
        Selects the scan source (such as a document-feeder).
    --adf-mode Simplex|Duplex [Simplex]
        Selects the ADF mode (simplex/duplex)
`;
/** A sheet feeder whose sources have names of their own, and whose mode has none for grey. */
const FUJITSU = `
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [300]
    -x 0..221.121mm (in steps of 0.0211639) [215.872]
    -y 0..876.695mm (in steps of 0.0211639) [279.364]
`;
const profile: ScanProfile = {
  source: 'feeder-duplex',
  dpi: 300,
  colour: 'color',
  width: 210,
  height: 330,
};

describe('what SANE drivers say of themselves', () => {
  test('sources, resolutions within ours, colours and area', () => {
    expect(readSources(FEEDER)).toEqual([
      {
        source: 'flatbed',
        resolutions: [75, 150, 300, 600],
        colours: ['color', 'gray', 'lineart'],
        width: 215.9,
        height: 297.18,
      },
      expect.objectContaining({ source: 'feeder' }),
      expect.objectContaining({ source: 'feeder-duplex' }),
    ]);
    expect(readSources(FUJITSU).map(({ source, colours }) => [source, colours])).toEqual([
      ['feeder', ['color', 'lineart']],
      ['feeder-duplex', ['color', 'lineart']],
    ]);
    expect(readSources('no options at all')).toEqual([]);
  });

  test('a profile in the driver’s own words, never beyond its area', () => {
    const args = profileArguments(FEEDER, profile)?.join(' ');
    expect(args).toContain('--source Automatic Document Feeder --adf-mode Duplex --mode Color');
    expect(args).toContain('--resolution 300');
    expect(args).toContain('-x 210 -y 297.18');
    expect(profileArguments(FUJITSU, profile)?.join(' ')).toContain('--source ADF Duplex');
    expect(profileArguments(FUJITSU, { ...profile, colour: 'gray' })).toBeNull();
    expect(profileArguments(FUJITSU, { ...profile, source: 'flatbed' })).toBeNull();
  });
});

describe('Windows, against recorded answers alone', () => {
  const script = (args: readonly string[]) =>
    Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
  const wiaWith = (run: RunProgram) => createWia({ run, disk: systemDisk, folder: tmpdir() });
  const listener = { reading: () => undefined, page: () => undefined };

  test('the list', async () => {
    const devices = [{ Id: '{6BDD}\\0001', Name: 'Contoh', Capabilities: 7, Width: 8500 }];
    const listed = await wiaWith((_, args) => {
      expect(script(args)).toContain('WIA.DeviceManager');
      return Promise.resolve({ kind: 'ended', code: 0, out: JSON.stringify(devices), err: '' });
    }).list([]);
    expect(listed.scanners[0]).toMatchObject({ id: 'wia:{6BDD}\\0001', name: 'Contoh' });
    expect(
      listed.scanners[0]?.sources.map(({ source, width }) => [source, Math.round(width)]),
    ).toEqual([
      ['flatbed', 216],
      ['feeder', 216],
      ['feeder-duplex', 216],
    ]);
  });

  test.each([
    [20, 'WIA 80210002', 'paper-jam'],
    [20, 'WIA 80210003', 'no-paper'],
    [20, 'WIA 80210016', 'cover-open'],
    [20, 'WIA 80210006', 'device-busy'],
    [20, 'WIA 80210005', 'device-gone'],
    [20, 'WIA 80070005', 'no-access'],
    [20, 'WIA 80210001', 'failed'],
    [21, '', 'device-gone'],
  ])('exit %d %s', async (code, err, refusal) => {
    const wia = wiaWith((_, args, options) => {
      expect(script(args)).toContain('LOKET_SCANNER');
      expect(options?.environment?.['LOKET_HANDLING']).toBe('4');
      expect(options?.environment?.['LOKET_PIXELS_X']).toBe('2480');
      return Promise.resolve({ kind: 'ended', code, out: '', err });
    });
    const end = await wia.scan('wia:x', profile, listener, new AbortController().signal);
    expect(end.refusal).toBe(refusal);
  });
});
