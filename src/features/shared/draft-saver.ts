import type { Result, ServiceError } from '../../contract/result';

/** How safe the typing is: what the head of the form shows. */
export type DraftState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'keeping' }
  /** `at` in RFC 3339 UTC. */
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'failed'; readonly error: ServiceError };

export interface DraftTimers {
  readonly setTimeout: (run: () => void, milliseconds: number) => number;
  readonly clearTimeout: (handle: number) => void;
}

interface DraftSaverOptions<Values> {
  /** Writes the values; gives back when they were kept. */
  readonly save: (values: Values) => Promise<Result<{ readonly updatedAt: string }>>;
  readonly onState: (state: DraftState) => void;
  readonly timers: DraftTimers;
  /** Milliseconds from a change until it is written, where that is not the usual half second. */
  readonly delay?: number;
}

/** From the first change until it is written: with the write itself, within a second. */
const DELAY_MS = 500;

/**
 * Keeps what is being typed: the latest values half a second after a change at most, one
 * write at a time. A failed write is tried again with the next change.
 */
export class DraftSaver<Values> {
  readonly #options: DraftSaverOptions<Values>;
  #waiting: Values | null = null;
  #timer: number | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: DraftSaverOptions<Values>) {
    this.#options = options;
  }

  /** Notes a change; the newest values of the next half second are written. */
  change(values: Values): void {
    this.#waiting = values;
    const { timers, delay = DELAY_MS } = this.#options;
    this.#timer ??= timers.setTimeout(() => void this.flush(), delay);
  }

  /** Writes what waits now; settles when nothing is being written any more. */
  flush(): Promise<void> {
    this.#stopTimer();
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Forgets what waits and lets a running write end: afterwards the draft can be removed. */
  stop(): Promise<void> {
    this.#stopTimer();
    this.#waiting = null;
    return this.#writing;
  }

  async #write(): Promise<void> {
    const values = this.#waiting;
    if (values === null) return;
    this.#waiting = null;
    this.#options.onState({ kind: 'keeping' });
    const saved = await this.#options.save(values);
    this.#options.onState(
      saved.ok
        ? { kind: 'kept', at: saved.value.updatedAt }
        : { kind: 'failed', error: saved.error },
    );
  }

  #stopTimer(): void {
    if (this.#timer === null) return;
    this.#options.timers.clearTimeout(this.#timer);
    this.#timer = null;
  }
}
