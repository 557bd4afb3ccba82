import { expect, test } from 'vitest';
import type { Ran, RunOptions, RunProgram } from '../../electron/services/run-program';
import { createWindowsPrinting } from '../../electron/services/printing/windows';
import { WINDOWS_SCRIPTS } from '../../electron/services/printing/windows-scripts';

/** In the shape Microsoft's reference gives; no Windows was at hand. */
const PRINTERS = JSON.stringify([
  { Name: 'EPSON L3250 Series', Default: true, WorkOffline: false, PrinterState: 0 },
  { Name: 'Kantor & "Dua"', Default: false, WorkOffline: false, PrinterState: 0 },
  { Name: '$(calc)', Default: false, WorkOffline: true, PrinterState: 1 },
]);

const ended = (out: string, err = '', code = 0): Ran => ({ kind: 'ended', code, out, err });

/** PowerShell that answers each script as recorded, and keeps what it was asked. */
function powerShell(answers: Partial<Record<keyof typeof WINDOWS_SCRIPTS, Ran>>): {
  readonly run: RunProgram;
  readonly asked: { readonly args: readonly string[]; readonly options: RunOptions | undefined }[];
} {
  const asked: { args: readonly string[]; options: RunOptions | undefined }[] = [];
  return {
    asked,
    run: (_, args, options) => {
      asked.push({ args, options });
      const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
      const name = (['list', 'print', 'job'] as const).find(
        (one) => WINDOWS_SCRIPTS[one] === script,
      );
      return Promise.resolve((name && answers[name]) ?? ended('', 'unasked', 1));
    },
  };
}

const job = { paths: ['C:\\Data\\loket-1.pdf', 'C:\\Data\\loket-2.pdf'], copies: 2, title: 'A-1' };

test('tells the printers with what they do now', async () => {
  const { run } = powerShell({ list: ended(PRINTERS) });
  expect(await createWindowsPrinting(run).list()).toEqual({
    service: 'running',
    printers: [
      { name: 'EPSON L3250 Series', isDefault: true, isAccepting: true, isStopped: false },
      { name: 'Kantor & "Dua"', isDefault: false, isAccepting: true, isStopped: false },
      { name: '$(calc)', isDefault: false, isAccepting: true, isStopped: true },
    ],
  });
  const none = powerShell({ list: ended('[]') });
  expect(await createWindowsPrinting(none.run).list()).toEqual({
    service: 'running',
    printers: [],
  });
  const broken = powerShell({ list: ended('', 'spooler', 1) });
  expect(await createWindowsPrinting(broken.run).list()).toMatchObject({
    service: 'not-answering',
  });
});

test('values reach the scripts as variables, never as part of a command', async () => {
  const { run, asked } = powerShell({ list: ended(PRINTERS), print: ended('{"Id":7}') });
  const answer = await createWindowsPrinting(run).print({ ...job, printer: '$(calc)' });
  expect(answer).toEqual({ outcome: 'sent', job: '$(calc)#7' });
  const { args, options } = asked.at(-1) ?? { args: [], options: undefined };
  expect(args.slice(0, -1)).toEqual([
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-EncodedCommand',
  ]);
  expect(options?.environment).toEqual({
    LOKET_PRINTER: '$(calc)',
    LOKET_PAPERS: job.paths.join('|'),
    LOKET_COPIES: '2',
  });
});

test('a printer nobody has, or whose name breaks the quotes, is refused before printing', async () => {
  const { run, asked } = powerShell({ list: ended(PRINTERS), print: ended('{"Id":7}') });
  const windows = createWindowsPrinting(run);
  for (const printer of ['Lain', 'Kantor & "Dua"']) {
    expect(await windows.print({ ...job, printer })).toMatchObject({ reason: 'printer-unknown' });
  }
  expect(asked).toHaveLength(2);
});

test.each([
  [
    '+ FullyQualifiedErrorId : InvalidOperationException,Microsoft.PowerShell.Commands.StartProcessCommand',
    'no-print-service',
  ],
  ['+ FullyQualifiedErrorId : HRESULT 0x800706ba,Get-PrintJob', 'not-answering'],
  ['sesuatu yang lain', 'failed'],
])('a failure is read by its code, whatever the language', async (err, reason) => {
  const { run } = powerShell({ list: ended(PRINTERS), print: ended('', err, 1) });
  expect(await createWindowsPrinting(run).print({ ...job, printer: null })).toEqual({
    outcome: 'refused',
    reason,
    detail: 'powershell: exit 1',
  });
});

test('a job is told by its status; one that is gone, or was never seen, is unknown', async () => {
  const state = async (out: string, id = 'EPSON#7') =>
    (await createWindowsPrinting(powerShell({ job: ended(out) }).run).job(id)).state;
  expect(await state('{"Status":"Normal"}')).toBe('waiting');
  expect(await state('{"Status":"Printing, Retained"}')).toBe('printing');
  expect(await state('{"Status":"Error, Printing"}')).toBe('failed');
  expect(await state('{"Status":"Printed"}')).toBe('done');
  expect(await state('{"Status":null}')).toBe('unknown');
  expect(await state('{"Status":"Printed"}', 'EPSON#unseen')).toBe('unknown');
});
