/**
 * Does `round` at once and again `pause` milliseconds after each has ended, so that a slow one is
 * never met by the next. A round that throws is over like any other. Answers how to stop it:
 * `isWanted` is false from then on.
 */
export function startRounds(
  pause: number,
  round: (isWanted: () => boolean) => Promise<void>,
): () => void {
  let wanted = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = async (): Promise<void> => {
    await round(() => wanted).catch(() => undefined);
    if (wanted) timer = setTimeout(() => void go(), pause);
  };
  void go();
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}
