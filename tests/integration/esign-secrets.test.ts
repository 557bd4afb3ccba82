import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildChild } from '../helpers/build-child';
import { bytesOf, nik, pdf, sha256Of, startEsc } from '../simulators/esc/test-desk';

/** Nothing else holds it, and it is typed in one place. */
const typed = ['Kata', 'Sandi', 'Uji', '74317'].join('-');

/** How often bytes stand in the memory a process may write to (Linux); null where that is closed. */
function findInMemory(pid: number, wanted: Buffer): number | null {
  let found = 0;
  try {
    const maps = readFileSync(`/proc/${String(pid)}/maps`, 'utf8').split('\n');
    const memory = openSync(`/proc/${String(pid)}/mem`, 'r');
    for (const line of maps) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      const size = Number.parseInt(to, 16) - Number.parseInt(from, 16);
      if (!(size > 0) || size > 1_000_000_000) continue;
      const bytes = Buffer.alloc(size);
      try {
        const read = readSync(memory, bytes, 0, size, Number.parseInt(from, 16));
        const part = bytes.subarray(0, read);
        for (let at = part.indexOf(wanted); at >= 0; at = part.indexOf(wanted, at + 1)) found += 1;
      } catch {
        // A region that cannot be read.
      }
    }
    closeSync(memory);
    return found;
  } catch {
    return null;
  }
}

test.each(['v2', 'v1'] as const)(
  'after a signature by %s the passphrase stands in no file, log or heap, and is counted in raw memory',
  async (version) => {
    const esc = await startEsc({ people: { [nik]: { status: 'ISSUE', passphrase: typed } } });
    const child = await buildChild('esign-child.ts');
    const folder = mkdtempSync(join(tmpdir(), 'loket-secrets-'));
    const running = spawn(
      process.execPath,
      [child, folder, esc.url, sha256Of(pdf), pdf.toString('hex')],
      {
        env: { ...process.env, ESC_VERSION: version },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => {
      running.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    });
    const said = new Promise<string>((resolve) => {
      running.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()));
    });
    running.stdin.write(bytesOf(typed));
    expect(await said).toBe('signed');
    // It did travel, once.
    const bodies = esc.requests.map(({ body }) => body.toString('latin1'));
    expect(bodies.filter((body) => body.includes(typed))).toHaveLength(1);

    const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(names.some((name) => name.endsWith('.heapsnapshot'))).toBe(true);
    expect(names.some((name) => name.endsWith('signed'))).toBe(true);
    for (const name of names) {
      const bytes = readFileSync(name);
      for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
        const wanted =
          encoding === 'utf8' || encoding === 'utf16le'
            ? Buffer.from(typed, encoding)
            : Buffer.from(Buffer.from(typed).toString(encoding));
        expect(bytes.includes(wanted), `${name} ${encoding}`).toBe(false);
      }
    }
    // The same search finds what is there: it looks in the right places.
    const snapshot = readFileSync(join(folder, 'memory.heapsnapshot'));
    expect(snapshot.includes(esc.url)).toBe(true);
    const pid = running.pid ?? 0;
    const control = findInMemory(pid, Buffer.from(esc.url));
    if (control === null) return;
    expect(control).toBeGreaterThan(0);
    const copies = findInMemory(pid, Buffer.from(typed));
    console.log(`${version}: copies of the passphrase in raw memory: ${String(copies)}`);
    // The heap holds no text of it; what the runtime copied while sending is not ours to clear.
    expect(copies).toBeLessThanOrEqual(4);
  },
);
