import { join } from 'node:path';
import { v7 } from 'uuid';
import { createJournal } from '../../electron/services/journal';
import type { JournalHead } from '../../src/contract/journal';
import { decideOffice } from '../../src/domain/office/decide-office';
import type { OfficeEvent } from '../../src/domain/office/office-event';
import { EMPTY_OFFICE, evolveOffice } from '../../src/domain/office/office-state';
import { authorityOf } from '../../src/domain/office/permissions';
import { decide } from '../../src/domain/request/decide';
import { plainSealer } from '../../src/domain/sealing/sealer';
import { sealRecord, type StoreEvent } from '../../src/store/record-body';
import { addStaffCommand, profile, recordCommand, sop, staff } from './memory-desk';

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
  const events = officeEvents();
  for (const event of events) await append([event]);
  const authority = authorityOf(events.reduce(evolveOffice, EMPTY_OFFICE), staff);
  for (let number = 0; number < count; number += 1) {
    const at = new Date(begin + number * MINUTE).toISOString();
    const command = recordCommand(number, at);
    const occasion = { at, clockOffsetMs: null, by: staff, desk: profile.desk, newId: () => v7() };
    const counters = () => given;
    const context = {
      sop,
      office: profile,
      authority,
      counters,
      importedAs: null,
      letters: [],
      signers: () => [],
      notices: [],
      numbers: [],
    };
    const decided = decide(v7(), null, command, context, occasion);
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    given += 1;
    await append(decided.value);
  }
  await journal.close();
}

/** Profile, then one member of staff with every role. */
function officeEvents(): readonly OfficeEvent[] {
  const at = new Date(0).toISOString();
  const occasion = { at, clockOffsetMs: null, by: staff, desk: profile.desk, newId: () => v7() };
  const commands = [{ command: 'configure-office', profile } as const, addStaffCommand()];
  return commands.flatMap((command) => {
    const decided = decideOffice(EMPTY_OFFICE, command, occasion, {
      presets: [sop],
      letters: [],
      counters: () => 0,
      templates: [],
      signers: () => [],
    });
    return decided.ok ? decided.value : [];
  });
}
