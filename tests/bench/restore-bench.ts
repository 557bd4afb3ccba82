import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyRestoreOrder } from '../../electron/services/backup/restore-order';
import { systemDisk } from '../../electron/services/disk';
import { BackupOffice } from '../helpers/backup-office';

const REQUESTS = Number(process.env['LOKET_BENCH_REQUESTS'] ?? 10_000);
const FILES = Number(process.env['LOKET_BENCH_FILES'] ?? 5_000);
/** Bytes of a scan in the bench: about what one page of a letter takes. */
const FILE_BYTES = 100_000;

/**
 * Backup, rehearsal and restore of a desk with many requests and files onto the same disk,
 * beside a bare recursive copy of the same folder. Reading back and hashing everything is
 * part of ours, and of a bare copy it is not.
 */
export async function benchRestore(): Promise<void> {
  const office = await BackupOffice.open();
  try {
    await office.fill();
    await office.record(REQUESTS, 1_500);
    for (let number = 0; number < FILES; number += 1) {
      await office.files.service.put({ bytes: randomBytes(FILE_BYTES), subject: 'office' });
    }
    const bare = await seconds(() => {
      cpSync(office.dataFolder, join(office.folder, 'bare'), { recursive: true });
    });
    const backup = await seconds(() => office.chooseDrive());
    const again = await seconds(async () => {
      await office.run();
    });
    const rehearsal = await seconds(() => office.rehearse());
    const order = await seconds(() => office.order());
    await office.backup.close();
    await office.journal.close();
    const { dataFolder, now } = office;
    const log = () => undefined;
    const apply = await seconds(() =>
      applyRestoreOrder({ dataFolder, now, log, disk: systemDisk }),
    );
    report({ bare, backup, again, rehearsal, restore: order + apply });
  } finally {
    await office.close();
  }
}

async function seconds(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

type Times = Readonly<Record<'bare' | 'backup' | 'again' | 'rehearsal' | 'restore', number>>;

function report(times: Times): void {
  const result = { requests: REQUESTS, files: FILES, fileBytes: FILE_BYTES, seconds: times };
  mkdirSync('out/bench', { recursive: true });
  writeFileSync('out/bench/restore.json', `${JSON.stringify(result, null, 2)}\n`);
  const { bare, ...ours } = times;
  console.log(`a bare copy of the folder: ${bare.toFixed(1)} s`);
  for (const [name, time] of Object.entries(ours)) {
    console.log(`${name}: ${time.toFixed(1)} s, ${(time / bare).toFixed(1)}x`);
  }
}
