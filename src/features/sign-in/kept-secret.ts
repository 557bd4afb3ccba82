/** A secret that is let go of after a while, whatever becomes of what it was kept for. */
export interface KeptSecret {
  /** The secret; null when none is kept, or none any more. */
  readonly get: () => string | null;
  /** Keeps one from now on, in place of any before it. */
  readonly put: (secret: string) => void;
  readonly drop: () => void;
}

/** Keeps one secret for so many milliseconds at most; `onGone` is told each time it goes. */
export function createKeptSecret(milliseconds: number, onGone: () => void): KeptSecret {
  let kept: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function drop(): void {
    clearTimeout(timer);
    if (kept === null) return;
    kept = null;
    onGone();
  }
  return {
    get: () => kept,
    put: (secret) => {
      clearTimeout(timer);
      kept = secret;
      timer = setTimeout(drop, milliseconds);
    },
    drop,
  };
}
