import { spawn } from 'node:child_process';
import { errorCode } from './disk';

/** How a program of the system ended. */
export type Ran =
  | { readonly kind: 'ended'; readonly code: number; readonly out: string; readonly err: string }
  /** It is not installed here. */
  | { readonly kind: 'absent' }
  /** It said nothing in time and was ended. */
  | { readonly kind: 'hung' }
  /** The system did not let it start; `code` is the system's. */
  | { readonly kind: 'refused'; readonly code: string };

/** Starts a program with these very arguments. A port: tests hand in recorded answers. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  options?: RunOptions,
) => Promise<Ran>;

export interface RunOptions {
  /** Added to the program's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds on top of the usual patience, for work that takes its time. */
  readonly longer?: number;
  /** Told each piece as it comes; every one gives the program its whole patience again. */
  readonly onWords?: (stream: 'out' | 'err', words: string) => void;
  /** Aborted: the program is asked to end (SIGINT), and made to after `LAST_WORDS`. */
  readonly signal?: AbortSignal;
}

/** Milliseconds a program that was asked to end may tidy up; a scanner drives its lamp home. */
const LAST_WORDS = 5000;

/** More than any list of printers; what comes after is left out. */
const LONGEST_OUTPUT = 1024 * 1024;

/**
 * Runs a program without any shell in between, its words in plain English so that they can be
 * read, and ends it after `patience` milliseconds without a word where its words are listened
 * to, else after that time in all. Never throws.
 */
export function createRunProgram(patience: number): RunProgram {
  return (program, args, { environment = {}, longer = 0, onWords, signal } = {}) =>
    new Promise((resolve) => {
      const child = spawn(program, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
        shell: false,
        // SOFTWARE: without it the programs of macOS speak the user's language.
        env: {
          ...process.env,
          LC_ALL: 'C.UTF-8',
          LANG: 'C',
          SOFTWARE: 'loket-se',
          ...environment,
        },
      });
      const said = { out: '', err: '' };
      const limit = setTimeout(() => {
        child.kill('SIGKILL');
        end({ kind: 'hung' });
      }, patience + longer);
      const stop = (): void => {
        child.kill('SIGINT');
        setTimeout(() => child.kill('SIGKILL'), LAST_WORDS).unref();
      };
      const end = (ran: Ran): void => {
        clearTimeout(limit);
        signal?.removeEventListener('abort', stop);
        resolve(ran);
      };
      if (signal?.aborted === true) stop();
      signal?.addEventListener('abort', stop, { once: true });
      const hear = (name: 'out' | 'err') => (text: string) => {
        if (said[name].length < LONGEST_OUTPUT) said[name] += text;
        if (onWords === undefined) return;
        limit.refresh();
        onWords(name, text);
      };
      child.stdout.setEncoding('utf8').on('data', hear('out'));
      child.stderr.setEncoding('utf8').on('data', hear('err'));
      child.once('error', (error) => {
        const code = errorCode(error);
        end(code === 'ENOENT' ? { kind: 'absent' } : { kind: 'refused', code });
      });
      child.once('close', (code) => {
        end({ kind: 'ended', code: code ?? -1, ...said });
      });
    });
}
