/** Preloaded by `node --import`: makes `import 'electron'` find the stand-in. */
import { register } from 'node:module';

const target = JSON.stringify(process.env['ELECTRON_STAND_IN']);
const hooks = `
export function resolve(specifier, context, next) {
  if (specifier === 'electron') return { url: ${target}, shortCircuit: true };
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
