import type { ScanProfile, Scanner, ScanRefusal } from '../../../src/contract/scanner';

/** One whole page, as the scanner gave it: JPEG, or PNG where it is black and white alone. */
export interface ReadPage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Dots per inch it was asked for. */
  readonly dpi: number;
}

/** Whom a backend tells what happens. */
export interface ScanListener {
  /** `page` counts from 1; `share` from 0 to 1, null where the scanner does not say. */
  readonly reading: (page: number, share: number | null) => void;
  readonly page: (page: ReadPage) => void;
}

/** How a scan ended; `refusal` null when every paper was read. */
export interface ScanEnd {
  readonly refusal: ScanRefusal | null;
  /** The system's own code, never its sentence. */
  readonly detail: string;
}

export interface FoundScanners {
  readonly state: 'running' | 'absent' | 'not-answering';
  readonly scanners: readonly Scanner[];
  /** Addresses named by hand that gave no answer. */
  readonly silent: readonly { readonly address: string; readonly detail: string }[];
}

/** A way to scanners; one per family of systems. Never throws. */
export interface ScanBackend {
  readonly kind: Scanner['kind'];
  readonly list: (addresses: readonly string[]) => Promise<FoundScanners>;
  /** Reads until the paper ends, something is wrong, or `signal` aborts: then it answers soon. */
  readonly scan: (
    id: string,
    profile: ScanProfile,
    listener: ScanListener,
    signal: AbortSignal,
  ) => Promise<ScanEnd>;
}

export const NOTHING_FOUND: FoundScanners = { state: 'absent', scanners: [], silent: [] };
