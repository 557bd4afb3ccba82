import type { Services } from '../../../src/contract/index';
import { sniffMediaType } from '../../../src/domain/documents/sniff-media-type';
import { systemDisk, type Disk } from '../disk';
import { createFolderInbox } from '../folder-inbox';

/** Papers that a scanner's own program or a copier puts into a folder. */
export function createArrivingScans(options: {
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly disk?: Disk;
}): Services['arrivals'] {
  const { dataFolder, now, disk = systemDisk } = options;
  return createFolderInbox({
    dataFolder,
    now,
    disk,
    settingFile: 'arriving-scans.json',
    wants: (name) => /\.(?:pdf|jpe?g|png)$/i.test(name),
    // Whether it is whole by its own end mark; the page looks through it before it is kept.
    examine: (bytes) => Promise.resolve(sniffMediaType(bytes).ok ? 'paper' : 'unreadable'),
  });
}
