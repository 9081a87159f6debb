import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the bundle lies that a run of tests has made; processes that the run starts find it there. */
const BUNDLE = 'GALLEY_TEST_COMMAND_LINE';

/** From now on this run of tests starts programs from a bundle; what Node has compiled of it is kept in it, and goes with it. */
export function useBundle(folder: string): void {
  process.env[BUNDLE] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
}

const toSource = (path: string) => fileURLToPath(new URL(`../../electron/${path}`, import.meta.url));

/** From the bundle where this run of tests has made one, else from source. */
function findProgram(name: string, source: string): string {
  const folder = process.env[BUNDLE];
  return folder === undefined ? source : join(folder, `${name}.js`);
}

export const sourceOfCommandLine = toSource('cli/main.ts');

/** The `galley` command. */
export const findCommandLine = () => findProgram('main', sourceOfCommandLine);

/** What the command line starts beside itself. */
export const findWorkerProgram = (name: string) => findProgram(name, toSource(`worker/${name}.ts`));
