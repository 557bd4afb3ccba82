import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString, writeHeapSnapshot } from 'node:v8';
import { createFileLog } from '../../electron/log';
import { createServeVerb } from '../../electron/serve-verb';
import { createEsignService } from '../../electron/services/esign';
import type { Services } from '../../src/contract/index';
import { succeed } from '../../src/contract/result';

/**
 * The shell's part of one signature in a process of its own: the passphrase comes as bytes on
 * standard input, as it does over the border. `[folder, url, sha256, file]` are the arguments. After
 * the call it collects garbage, writes a heap snapshot, says `done`, and waits to be looked into.
 */
setFlagsFromString('--expose-gc');
const [folder = '', baseUrl = '', sha256 = '', hex = ''] = process.argv.slice(2);
const log = createFileLog(join(folder, 'logs'), () => new Date());
const esign = createEsignService({
  readFile: () => Promise.resolve(succeed(new Uint8Array(Buffer.from(hex, 'hex')))),
  putFile: (bytes) => {
    mkdirSync(join(folder, 'files'), { recursive: true });
    writeFileSync(join(folder, 'files', 'signed'), bytes);
    return Promise.resolve(succeed({ address: sha256, sha256, size: bytes.length }));
  },
  credentialsFor: () => Promise.resolve('loket:sandi:contoh é'),
});
const serve = createServeVerb({ esign } as unknown as Services, log);

process.stdin.once('data', (value: Buffer) => {
  const call = async (): Promise<void> => {
    const answer = await serve({
      caller: { allowed: true },
      service: 'esign',
      verb: 'sign',
      input: {
        server: { baseUrl, version: process.env['ESC_VERSION'] },
        person: { by: 'nik', nik: '3207010101900001' },
        secret: { kind: 'passphrase', value },
        address: sha256,
        sha256,
        subject: 'office',
        placement: { kind: 'invisible' },
        look: { kind: 'none' },
        reason: null,
        location: null,
      },
    });
    const outcome = answer.ok
      ? (answer.value as { answer: { outcome: string } }).answer.outcome
      : '';
    for (let round = 0; round < 5; round += 1) {
      (globalThis as { gc?: () => void }).gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    writeHeapSnapshot(join(folder, 'memory.heapsnapshot'));
    process.stdout.write(`${outcome}\n`);
  };
  void call();
});
setInterval(() => undefined, 1000);
