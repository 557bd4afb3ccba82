import { useRef, useState } from 'react';
import { succeed, type Result } from '../../contract/result';
import { destructionReport } from '../../documents/destruction-report';
import type { LetterError } from '../../domain/letters/letter-error';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { RequestFile } from '../../domain/request/request-event';
import type { Destruction, Proposal } from '../../domain/retention/retention-state';
import { useLocale } from '../../ui/messages/use-messages';
import { usePrint } from '../request/stored-file-view';
import { letterErrorText } from '../shared/letter-error-text';
import { useLoket, type Loket } from '../shared/loket-context';
import { readLogo } from '../shared/read-logo';
import { saveFile } from '../shared/save-file';
import { serviceLabel } from '../shared/sop-words';
import { useTrail } from '../shared/use-trail';
import { useRetentionWork } from './use-retention';

export type Way = 'print' | 'save' | 'view';

const DETAILS = { what: 'destruction-report' } as const;

/** Gives the berita acara out: the bytes that were kept, or new ones that are kept first. */
export function useReport(profile: OfficeProfile) {
  const loket = useLoket();
  const locale = useLocale();
  const print = usePrint();
  const work = useRetentionWork();
  const { allows } = useTrail();
  const [busy, setBusy] = useState<Way | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [shown, setShown] = useState<Uint8Array | null>(null);
  const working = useRef(false);

  async function bytesOf(proposal: Proposal): Promise<Uint8Array | null> {
    const kept = proposal.report && (await readKept(loket, proposal.report.file));
    if (kept) return kept;
    const made = await makeReport(loket, proposal, profile);
    if (!made.ok) {
      setFailure(letterErrorText(locale, made.error));
      return null;
    }
    // Kept before it leaves the program: what was signed can be shown again, byte for byte.
    const stored = await loket.host.files.put({ bytes: made.value, subject: 'office' });
    if (!stored.ok) {
      setFailure(`${stored.error.kind}: ${stored.error.detail}`);
      return null;
    }
    const file: RequestFile = { ...stored.value, mediaType: 'application/pdf' };
    const done = await work.act({ command: 'keep-report', destructionId: proposal.id, file });
    return done === null ? null : made.value;
  }

  async function give(bytes: Uint8Array, name: string, way: Way): Promise<void> {
    if (way === 'view') setShown(bytes);
    else if (way === 'print') {
      await print(bytes, name, { action: 'print', subject: null, details: DETAILS });
    } else if (await allows({ action: 'export', subject: null, details: DETAILS })) {
      saveFile(bytes, name, 'application/pdf');
    }
  }

  return {
    busy,
    failure,
    notRecorded: work.failure,
    shown,
    hide: () => setShown(null),
    start: async (proposal: Proposal, way: Way): Promise<void> => {
      if (working.current) return;
      working.current = true;
      setBusy(way);
      setFailure(null);
      try {
        const bytes = await bytesOf(proposal);
        if (bytes !== null) await give(bytes, reportName(profile, proposal.id), way);
      } finally {
        working.current = false;
        setBusy(null);
      }
    },
  };
}

/** Saves the berita acara of what was destroyed, as it was made; false where its file is lost. */
export async function saveKept(
  loket: Loket,
  { id, report }: Destruction,
  profile: OfficeProfile,
): Promise<boolean> {
  const bytes = report && (await readKept(loket, report));
  if (!bytes) return false;
  saveFile(bytes, reportName(profile, id), 'application/pdf');
  return true;
}

async function readKept({ host }: Loket, { address }: RequestFile): Promise<Uint8Array | null> {
  const found = await host.files.get({ address });
  return found.ok ? found.value.bytes : null;
}

async function makeReport(
  loket: Loket,
  { id, basis, items }: Proposal,
  profile: OfficeProfile,
): Promise<Result<Uint8Array, LetterError>> {
  const { store, letters, host, now, newId, staff } = loket;
  const head = await store.trail.head();
  if (!head.ok) {
    return { ok: false, error: { code: 'renderer-failed', detail: head.error.kind } };
  }
  const madeAt = now();
  const content = destructionReport({
    id: newId(),
    destructionId: id,
    profile,
    basis,
    items,
    serviceName: (service) => serviceLabel(service, 'id'),
    head: head.value,
    madeAt,
    madeBy: staff?.name ?? '',
  });
  const made = await letters.renderReport(content, {
    createdAt: madeAt,
    logo: await readLogo(host, profile),
  });
  return made.ok ? succeed(made.value) : made;
}

/** Made of desk and the list's id: a file's name never tells of a person. */
function reportName({ desk }: OfficeProfile, id: string): string {
  return `berita-acara-pemusnahan-${desk}-${id.slice(-12)}.pdf`;
}
