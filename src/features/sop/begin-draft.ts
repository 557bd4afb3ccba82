import type { OfficeProfile } from '../../domain/office/office-event';
import { localDate } from '../../domain/numbering/local-date';
import { proposeSopId } from '../../domain/sop/sop-keys';
import type { Sop } from '../../domain/sop/sop';
import type { SopLibrary } from '../../store/store';
import type { SopDraft } from './sop-draft';

export interface DraftContext {
  readonly sops: SopLibrary;
  readonly profile: OfficeProfile;
  /** RFC 3339 UTC. */
  readonly now: string;
}

function freeId(sop: Sop, { sops, profile, now }: DraftContext): string {
  const { shortName, timeZone } = profile;
  const { year } = localDate(now, timeZone);
  const taken = sops.installed().map(({ id }) => id);
  return proposeSopId({ shortName, year, service: sop.service }, taken);
}

/**
 * A copy to be made the office's own. Number, dates and who approves are of the other's
 * paper, so they are left blank; the steps keep where they were read.
 */
export function copyDraft(sop: Sop, context: DraftContext): SopDraft {
  return {
    sop: {
      ...sop,
      id: freeId(sop, context),
      version: 1,
      basedOn: { id: sop.id, version: sop.version },
      identity: {
        ...sop.identity,
        number: '',
        office: context.profile.name,
        unit: null,
        createdOn: null,
        revisedOn: null,
        effectiveOn: null,
        approvedBy: null,
      },
    },
    follows: null,
    unreadTimes: {},
  };
}

/** The next version of one of the office's own. */
export function versionDraft(sop: Sop): SopDraft {
  const { id, version } = sop;
  return { sop: { ...sop, version: version + 1 }, follows: { id, version }, unreadTimes: {} };
}

/**
 * A file that was read. One of the office's own ids becomes its next version; the id of a
 * preset belongs to it, so another is proposed.
 */
export function importDraft(sop: Sop, context: DraftContext): SopDraft {
  const latest = context.sops.latest(sop.id);
  if (latest === undefined) return { sop: { ...sop, version: 1 }, follows: null, unreadTimes: {} };
  if (!context.sops.isPreset(sop.id)) {
    const { id, version } = latest;
    return { sop: { ...sop, version: version + 1 }, follows: { id, version }, unreadTimes: {} };
  }
  const basedOn = { id: latest.id, version: latest.version };
  return {
    sop: { ...sop, id: freeId(sop, context), version: 1, basedOn },
    follows: null,
    unreadTimes: {},
  };
}
