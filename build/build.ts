import { buildDesktop, buildRenderer, buildSample } from './build-app.ts';

// build/build.ts [page]: makes what runs from out/ where its sources have changed: all of it, or what a browser is served
await buildRenderer();
await buildSample();
if (process.argv[2] !== 'page') await buildDesktop();
