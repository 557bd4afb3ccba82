import { useEffect, useMemo, useState } from 'react';
import type { LetterLogo } from '../../documents/letter-options';
import type { LetterError } from '../../domain/letters/letter-error';
import type { LetterTemplate } from '../../domain/letters/letter-template';
import { localDate } from '../../domain/numbering/local-date';
import type { Sop } from '../../domain/sop/sop';
import { useLoket } from '../shared/loket-context';
import { readLogo } from '../shared/read-logo';
import { useSettled } from '../shared/use-settled';
import { exampleReason, exampleSop, exampleSources } from './example-sources';
import { faultsOfPreview, makePreview } from './make-preview';
import type { TemplateFault } from './template-words';

/** Milliseconds without a change after which a text is drawn. */
const DELAY_MS = 350;

export interface TemplatePreview {
  /** The last paper that could be made; null before the first. */
  readonly bytes: Uint8Array | null;
  /** Whether it says what the text says now. */
  readonly isCurrent: boolean;
  /** Why the latest text could not be drawn; null where it could. */
  readonly error: LetterError | null;
  /** Where that text has what could not be drawn. */
  readonly faults: readonly TemplateFault[];
  /** The SOP of the example, whose reasons can be chosen. */
  readonly sop: Sop | undefined;
  /** Key of the example's reason; null where its SOP has none. */
  readonly reason: string | null;
  readonly chooseReason: (reason: string) => void;
}

interface Made {
  readonly of: LetterTemplate;
  readonly reason: string | null;
  readonly bytes: Uint8Array | null;
  readonly error: LetterError | null;
}

/**
 * A text as the paper it makes, drawn again a moment after each change. What cannot be drawn
 * leaves the paper before it on the screen. `isFaulty` holds the drawing while the check finds
 * faults.
 */
export function usePreview(template: LetterTemplate, isFaulty: boolean): TemplatePreview {
  const { letters, office, store, staff, now } = useLoket();
  const { profile } = office;
  const sop = useMemo(() => exampleSop(template, store.sops.inUse()), [template, store]);
  const [chosen, setChosen] = useState<string | null>(null);
  const reason = sop === undefined ? null : reasonOf(template, sop, chosen);
  const settled = useSettled(template, DELAY_MS);
  const logo = useLogo();
  const [made, setMade] = useState<Made | null>(null);
  const clerk = staff?.name ?? '';
  const isHeld = isFaulty || settled !== template;
  useEffect(() => {
    if (isHeld || profile === null || sop === undefined || logo === undefined) return undefined;
    let isLeft = false;
    const createdAt = now();
    const today = localDate(createdAt, profile.timeZone).isoDate;
    const sources = exampleSources(settled, { profile, sop, reason, today, clerk });
    const options = { paper: profile.paper, createdAt, logo };
    void makePreview(letters, settled, sources, options).then((result) => {
      if (isLeft) return;
      setMade((before) => ({
        of: settled,
        reason,
        bytes: result.ok ? result.value : (before?.bytes ?? null),
        error: result.ok ? null : result.error,
      }));
    });
    return () => {
      isLeft = true;
    };
  }, [isHeld, settled, sop, reason, logo, profile, letters, now, clerk]);
  const isLatest = made?.of === template && made.reason === reason;
  const error = isLatest ? made.error : null;
  const faults = useMemo(
    () => (error === null ? [] : faultsOfPreview(template, error)),
    [template, error],
  );
  return {
    bytes: made?.bytes ?? null,
    isCurrent: isLatest && error === null && !isFaulty,
    error,
    faults,
    sop,
    reason,
    chooseReason: setChosen,
  };
}

/** The reason somebody chose, while the SOP has it. */
function reasonOf(template: LetterTemplate, sop: Sop, chosen: string | null): string | null {
  const isThere = chosen !== null && sop.reasons.some(({ key }) => key === chosen);
  return isThere ? chosen : exampleReason(template, sop);
}

/** The logo, read once for every drawing; undefined while it is being read. */
function useLogo(): LetterLogo | null | undefined {
  const { host, office } = useLoket();
  const { profile } = office;
  const [logo, setLogo] = useState<LetterLogo | null | undefined>(undefined);
  useEffect(() => {
    if (profile === null) return undefined;
    let isLeft = false;
    void readLogo(host, profile)
      .catch(() => null)
      .then((read) => {
        if (!isLeft) setLogo(read);
      });
    return () => {
      isLeft = true;
    };
  }, [host, profile]);
  return logo;
}
