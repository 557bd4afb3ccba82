import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { buildChild } from '../build-child';
import { projectRoot } from '../ensure-built';
import type { Answer, HandledResponse, Question, Sender, State } from './messages';

export interface MainProcess {
  readonly state: () => Promise<State>;
  /** Null: no handler for the scheme. */
  readonly request: (url: string, method?: string) => Promise<HandledResponse | null>;
  readonly invoke: (channel: string, input: unknown, sender?: Sender) => Promise<unknown>;
  readonly ask: (question: Question) => Promise<unknown>;
  readonly kill: () => Promise<void>;
  /** Resolves when the program has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

const ownPage: Sender = { window: 'own', frame: { url: 'app://loket/', isTop: true } };

/** Bundles the stand-in; once per test file. */
export function buildStandIn(): Promise<string> {
  return buildChild('electron-stand-in/electron.ts');
}

/** Runs the built `out/main/main.js` with the stand-in for Electron on a data folder. */
export function startMain(standIn: string, dataFolder: string): MainProcess {
  const register = pathToFileURL(join(import.meta.dirname, 'register.mjs')).href;
  const child = fork(join(projectRoot, 'out/main/main.js'), {
    execArgv: ['--import', register],
    // Structured clone, as Electron's own IPC: api/ipc-renderer, `invoke`.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ELECTRON_STAND_IN: pathToFileURL(standIn).href,
      LOKET_DATA: dataFolder,
    },
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  let number = 0;
  const ask = (question: Question): Promise<unknown> =>
    new Promise((resolve, reject) => {
      number += 1;
      waiting.set(number, ({ value, error }) => {
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      });
      child.send({ number, question });
    });
  const exited = once(child, 'exit');
  const said = child.stdout === null ? Promise.resolve('') : text(child.stdout);
  return {
    ask,
    state: () => ask({ ask: 'state' }) as Promise<State>,
    request: (url, method = 'GET') =>
      ask({ ask: 'request', url, method }) as Promise<HandledResponse | null>,
    invoke: (channel, input, sender = ownPage) => ask({ ask: 'invoke', channel, input, sender }),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    ended: Promise.all([exited, said]).then(([, words]) => ({ code: child.exitCode, said: words })),
  };
}

/** Waits until the program has opened its window and asked for its page. */
export async function untilWindow(main: MainProcess): Promise<State> {
  for (;;) {
    const state = await main.state();
    if (state.loaded.length > 0) return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
