import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hostMessages, startMessages } from '#shared/messages/en/browser-host';
import { runHost } from '../electron/browser/run-host.ts';
import { serve } from '../electron/cli/commands/serve.ts';
import { onEnter } from '../electron/cli/on-enter.ts';
import { getPerson } from '../electron/cli/run.ts';
import { openAppWindow } from './app-window.ts';
import { buildRenderer, buildSample } from './build-app.ts';
import { chooseDoor, lookAtMachine } from './choose-door.ts';

// build/start.ts [--corpus FILE]: the app, by the best way there is here
const IDLE_MS = 60_000;
const SLOW_MS = 20_000;
const say = (text: string) => process.stderr.write(`${text}\n`);

/** Shows the app in a window of a browser; gives the exit status. */
async function showInWindow(browser: string, corpus: string | undefined): Promise<number> {
  const isIn = Promise.withResolvers<true>();
  const { host, stop, ended } = await runHost({
    corpus,
    person: getPerson({}),
    port: 0,
    tell: say,
    stopWhenIdleMs: IDLE_MS,
    onLetIn: () => isIn.resolve(true),
  });
  say(startMessages.window(basename(browser)));
  const window = openAppWindow(browser, host.newUrl());
  const slow = setTimeout(() => say(startMessages.slowWindow(host.newUrl())), SLOW_MS);
  void isIn.promise.then(() => {
    clearTimeout(slow);
    window.forgetUrl();
  });
  const cameIn = await Promise.race([isIn.promise, window.ended.then(() => false), ended.then(() => true)]);
  if (!cameIn) {
    clearTimeout(slow);
    stop();
    await ended;
    return showAddress(startMessages.why.windowFailed(basename(browser)), corpus);
  }
  const windowFirst = Promise.race([window.ended.then(() => true), ended.then(() => false)]);
  void windowFirst.then((closed) => closed && say(startMessages.windowClosed));
  // a window that lost its ticket, by two reloads at once, says that Enter helps
  const stopListening = onEnter(() => console.log(hostMessages.nextUrl(host.newUrl())));
  const status = await ended;
  stopListening();
  clearTimeout(slow);
  await window.close();
  return status;
}

function showAddress(why: string, corpus: string | undefined): Promise<number> {
  say(startMessages.address(why));
  return serve(corpus === undefined ? {} : { corpus });
}

async function start(corpus: string | undefined): Promise<void> {
  const way = chooseDoor(lookAtMachine());
  await buildRenderer();
  await buildSample();
  switch (way.kind) {
    case 'desktop':
      say(startMessages.desktop);
      await import('./desktop.ts'); // it reads the same arguments
      return;
    case 'window':
      process.exitCode = await showInWindow(way.browser, corpus);
      return;
    case 'address':
      process.exitCode = await showAddress(way.why, corpus);
  }
}

try {
  const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
  await start(values.corpus === undefined ? undefined : resolve(values.corpus));
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}
