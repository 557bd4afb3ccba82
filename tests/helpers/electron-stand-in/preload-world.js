/**
 * What a sandboxed preload finds in its isolated world (tutorial/sandbox, "Preload scripts"):
 * a `require` that knows `electron`'s renderer modules and a few of Node's, here only the ones
 * in use. `standInInvoke` is a binding of this world alone.
 */
(() => {
  // api/structures/web-preferences, nodeIntegrationInSubFrames: off, preloads skip inner frames.
  if (globalThis !== globalThis.top) return;
  const waiting = new Map();
  const exposed = {};
  let number = 0;
  const { pack, unpack } = globalThis.standInPacking;

  globalThis.standInAnswer = ({ number: answered, value, error }) => {
    const { resolve, reject } = waiting.get(answered);
    waiting.delete(answered);
    if (error === undefined) resolve(unpack(value));
    else reject(new Error(error));
  };

  const ipcRenderer = {
    invoke: (channel, input) =>
      new Promise((resolve, reject) => {
        number += 1;
        waiting.set(number, { resolve, reject });
        globalThis.standInInvoke(JSON.stringify({ number, channel, input: pack(input) }));
      }),
  };

  const shapeOf = (value) =>
    typeof value === 'function'
      ? 'function'
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));

  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      if (key in exposed)
        throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
      exposed[key] = api;
      const detail = JSON.stringify({ key, shape: shapeOf(api) });
      document.dispatchEvent(new CustomEvent('stand-in-expose', { detail }));
    },
  };

  document.addEventListener('stand-in-call', async ({ detail }) => {
    const { number: called, path, given } = JSON.parse(detail);
    const target = path.reduce((inner, key) => inner[key], exposed);
    const answer = await target(...unpack(given)).then(
      (value) => ({ number: called, value: pack(value) }),
      (error) => ({ number: called, error: String(error) }),
    );
    document.dispatchEvent(new CustomEvent('stand-in-answer', { detail: JSON.stringify(answer) }));
  });

  globalThis.standInRequire = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name}`);
  };
})();
