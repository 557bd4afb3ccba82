import { join } from 'node:path';
import { v7 } from 'uuid';
import { createJournal } from '../../electron/services/journal';
import type { JournalHead } from '../../src/contract/journal';
import { decideOffice, type OfficeCommand } from '../../src/domain/office/decide-office';
import { EMPTY_OFFICE } from '../../src/domain/office/office-state';
import { decide } from '../../src/domain/request/decide';
import { plainSealer } from '../../src/domain/sealing/sealer';
import { sealRecord, type StoreEvent } from '../../src/store/record-body';
import { profile, recordCommand, sop, staff } from './memory-desk';

const MINUTE = 60_000;

/**
 * Writes a journal of `count` recorded walk-ins, one a minute, as a desk that worked for a
 * long time leaves it. The program that opens the folder builds IndexedDB from it.
 */
export async function seedJournal(dataFolder: string, count: number): Promise<void> {
  const journal = createJournal({
    folder: join(dataFolder, 'journal'),
    now: () => new Date(),
    log: () => undefined,
  });
  const begin = Date.now() - count * MINUTE;
  let head: JournalHead = { sequence: 0, hash: '' };
  let given = 0;
  async function append(events: readonly StoreEvent[]): Promise<void> {
    const id = v7();
    const sealed = await sealRecord(plainSealer, id, events);
    const appended = await journal.service.append({ expectedHead: head, id, sealed });
    if (!appended.ok) throw new Error(appended.error.detail);
    head = { sequence: appended.value.sequence, hash: appended.value.hash };
  }
  for (const event of officeEvents()) await append([event]);
  for (let number = 0; number < count; number += 1) {
    const at = new Date(begin + number * MINUTE).toISOString();
    const command = recordCommand(number, at);
    const occasion = { at, clockOffsetMs: null, by: staff, desk: profile.desk, newId: () => v7() };
    const context = { sop, office: profile, counters: () => given, importedAs: null };
    const decided = decide(v7(), null, command, context, occasion);
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    given += 1;
    await append(decided.value);
  }
  await journal.close();
}

function officeEvents(): readonly StoreEvent[] {
  const at = new Date(0).toISOString();
  const occasion = { at, clockOffsetMs: null, by: staff, desk: profile.desk, newId: () => v7() };
  const commands: readonly OfficeCommand[] = [
    { command: 'configure-office', profile },
    { command: 'add-staff', staffId: staff.id, name: staff.name },
  ];
  return commands.flatMap((command) => {
    const decided = decideOffice(EMPTY_OFFICE, command, occasion, { presets: [sop], letters: [] });
    return decided.ok ? decided.value : [];
  });
}
