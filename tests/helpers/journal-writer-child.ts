/**
 * Appends the given ids to the journal of a folder, one month apart, and says each one that was
 * acknowledged on its output. Kills itself without a trace before the n-th changing step of the
 * disk, or half-way through it.
 *
 * Arguments: folder, step number, `before` or `half`, ids separated by commas.
 */
import { writeSync } from 'node:fs';
import { systemDisk } from '../../electron/services/disk';
import { createJournal } from '../../electron/services/journal';
import { observedDisk } from './fault-disk';

const [folder = '', stepText = '', manner = 'before', ids = ''] = process.argv.slice(2);
const lastStep = Number(stepText);

let step = 0;
const disk = observedDisk(systemDisk, (kind) => {
  step += 1;
  if (step === lastStep && manner === 'half' && kind === 'write') return 'half';
  if (step >= lastStep) process.kill(process.pid, 'SIGKILL');
  return undefined;
});

let month = 0;
const journal = createJournal({
  folder,
  now: () => new Date(Date.UTC(2026, month, 1)),
  log: () => undefined,
  disk,
});
for (const id of ids.split(',')) {
  month += 1;
  const place = await journal.service.head({});
  if (!place.ok) throw new Error(place.error.detail);
  const sealed = { scheme: 'plain', data: `isi ${id}` };
  const answer = await journal.service.append({ expectedHead: place.value.head, id, sealed });
  if (!answer.ok) throw new Error(answer.error.detail);
  writeSync(1, `${id}\n`);
}
