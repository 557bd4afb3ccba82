import { officeEventSchema } from '../../../src/domain/office/office-event';
import { EMPTY_OFFICE, evolveOffice } from '../../../src/domain/office/office-state';
import type { Disk } from '../disk';
import { plainOfficeEvents } from './convert-plain';

/** Active staff of records an earlier version left readable: each is to be given a way in. */
export async function plainStaff(
  disk: Disk,
  dataFolder: string,
): Promise<{ id: string; name: string }[]> {
  const events = await plainOfficeEvents(disk, dataFolder);
  const office = events
    .map((event) => officeEventSchema.safeParse(event).data)
    .filter((event) => event !== undefined)
    .reduce(evolveOffice, EMPTY_OFFICE);
  return office.staff.filter(({ active }) => active).map(({ id, name }) => ({ id, name }));
}
