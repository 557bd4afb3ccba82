import { errorCode, type Disk } from '../disk';

const unsupported = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EISDIR', 'EBADF']);

/**
 * A disk as drives and shares of others need it: many cannot flush a folder, and say so. The
 * files themselves are flushed all the same, and what was written is read back.
 */
export function lenientDisk(disk: Disk): Disk {
  return {
    ...disk,
    syncFolder: async (path) => {
      try {
        await disk.syncFolder(path);
      } catch (error) {
        if (!unsupported.has(errorCode(error))) throw error;
      }
    },
  };
}
