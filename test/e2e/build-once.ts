import { buildRenderer, buildSample } from '../../build/build-app.ts';

/** Vitest's global set-up: the page and the sample corpus are built before the first journey. */
export async function setup(): Promise<void> {
  await buildRenderer();
  await buildSample();
}
