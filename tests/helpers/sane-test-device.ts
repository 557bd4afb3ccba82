import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes `folder` a configuration of SANE (`SANE_CONFIG_DIR`) in which its test device stands
 * alone, behaving as `options` say (sane-test(5), words of `test.conf`).
 */
export function writeSaneTestConfig(
  folder: string,
  options: Readonly<Record<string, string>> = {},
): void {
  writeFileSync(join(folder, 'dll.conf'), 'test\n');
  const lines = Object.entries({ number_of_devices: '2', ...options });
  writeFileSync(
    join(folder, 'test.conf'),
    lines.map(([name, value]) => `${name} ${value}\n`).join(''),
  );
}
