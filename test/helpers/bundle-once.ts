import { buildCommandLine } from '../../build/build-app.ts';
import { useBundle } from './command-line.ts';

/** Vitest's global set-up: the command line is bundled before the first test that starts it. */
export async function setup(): Promise<void> {
  useBundle(await buildCommandLine());
}
