import { buildRenderer } from '../../build/build-app.ts';

/** Vitest's global set-up: the page is built before the first journey. */
export async function setup(): Promise<void> {
  await buildRenderer();
}
