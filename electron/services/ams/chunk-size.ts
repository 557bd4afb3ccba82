/** Bytes per PATCH. The page allows 8 MiB at most, and asks for 256 KiB when the line is slow. */
export interface ChunkSizes {
  readonly fast: number;
  readonly slow: number;
}

export const standardChunkSizes: ChunkSizes = { fast: 8 * 1024 * 1024, slow: 256 * 1024 };

export type LineSpeed = 'fast' | 'slow';

/** How sending one chunk went: bytes and milliseconds, or that it broke off. */
export type ChunkReport =
  | { readonly kind: 'sent'; readonly bytes: number; readonly elapsedMs: number }
  | { readonly kind: 'broken' };

const slowBelow = 256 * 1024;
const fastAbove = 1024 * 1024;

/**
 * What the line counts as after a chunk. Slow: a chunk broke off, or took over a second at
 * less than 256 KiB/s (a short chunk says nothing about the line). Fast again: above 1 MiB/s.
 * Between the two it stays as it was, so that the size does not swing.
 */
export function speedAfter(current: LineSpeed, report: ChunkReport): LineSpeed {
  if (report.kind === 'broken') return 'slow';
  const bytesPerSecond = (report.bytes * 1000) / Math.max(report.elapsedMs, 1);
  if (report.elapsedMs > 1000 && bytesPerSecond < slowBelow) return 'slow';
  return bytesPerSecond > fastAbove ? 'fast' : current;
}
