/**
 * The page's side of the context bridge (api/context-bridge: "exposeInMainWorld"): functions
 * cross as functions that answer promises, values are copied, nothing else is shared. Runs
 * before the page's own scripts, in the page's own world.
 */
(() => {
  const waiting = new Map();
  let number = 0;
  const { pack, unpack } = globalThis.standInPacking;
  delete globalThis.standInPacking;

  function proxy(shape, path) {
    if (shape === 'function') {
      return (...given) =>
        new Promise((resolve, reject) => {
          number += 1;
          waiting.set(number, { resolve, reject });
          const detail = JSON.stringify({ number, path, given: pack(given) });
          document.dispatchEvent(new CustomEvent('stand-in-call', { detail }));
        });
    }
    const entries = Object.entries(shape).map(([key, inner]) => [
      key,
      proxy(inner, [...path, key]),
    ]);
    return Object.freeze(Object.fromEntries(entries));
  }

  document.addEventListener('stand-in-expose', ({ detail }) => {
    const { key, shape } = JSON.parse(detail);
    Object.defineProperty(globalThis, key, { value: proxy(shape, [key]) });
  });
  document.addEventListener('stand-in-answer', ({ detail }) => {
    const { number: answered, value, error } = JSON.parse(detail);
    const { resolve, reject } = waiting.get(answered);
    waiting.delete(answered);
    if (error === undefined) resolve(unpack(value));
    else reject(new Error(error));
  });
})();
