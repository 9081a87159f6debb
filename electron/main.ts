import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, utilityProcess } from 'electron';
import { toLogText } from '#shared/api/failed-call';
import { startFailed } from '#shared/messages/en/desktop';
import { readPageFiles } from './page/read-page-files.ts';
import { createDoorAnswer } from './shell/answer-door.ts';
import { answerPage } from './shell/answer-page.ts';
import { findCorpusArgument, readSecondInstance, type SecondInstance } from './shell/corpus-argument.ts';
import { guardContents } from './shell/guard-contents.ts';
import { guardSession } from './shell/guard-session.ts';
import { LastingWorker, type RunningWorker } from './shell/lasting-worker.ts';
import { toMenuTemplate, type Command } from './shell/menu.ts';
import { appScheme } from './shell/page-address.ts';
import { PageEvents } from './shell/page-events.ts';
import { printReport, toPrintingOptions } from './shell/print-report.ts';
import { closeBeforeExit } from './shell/quit.ts';
import { servePage } from './shell/serve-page.ts';
import { checkInUtility, startWorkerProcess } from './shell/start-utility.ts';
import { focusWindow, showPage, toWindowOptions } from './shell/window.ts';
import { findFolders, logBug, readVersion, toCheckLimitMs } from './worker/installation.ts';
import { WorkerClient } from './worker/worker-client.ts';

/** A file of the build, which lies where this bundle does. */
const toBuilt = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Chromium's own files lie beside the settings, so that one folder of settings means one instance; where Electron puts
 * them when that folder cannot be made.
 */
function setUserData(settings: string): void {
  const folder = join(settings, 'desktop');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return logBug(`no folder for the window: ${String(error)}`);
  }
  app.setPath('userData', folder);
}

let corpus = findCorpusArgument(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
let openCorpus = (path: string) => {
  corpus = path; // until the app is ready
};

function startWorker(): RunningWorker {
  const { port, exited } = startWorkerProcess(utilityProcess, toBuilt('./worker.js'));
  const client = new WorkerClient(port, {
    start: { door: 'the desktop app', version: readVersion(), person: null, folders: findFolders() },
    checkCorpus: (path, how) =>
      checkInUtility(utilityProcess, toBuilt('./check-corpus.js'), { path, how, limitMs: toCheckLimitMs(path) }),
    logBug,
  });
  return { client, exited, kill: () => port.close() };
}

function start(): void {
  const devTools = !app.isPackaged;
  const pageSession = session.fromPartition('galley'); // in memory: nothing of the page is kept
  for (const each of [session.defaultSession, pageSession]) guardSession(each, { devTools });
  const reportSession = session.fromPartition('galley-report');
  guardSession(reportSession, { devTools: false, isOwn: (url) => url.startsWith('file:') });
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  servePage(pageSession.protocol, appScheme.scheme, readPageFiles(toBuilt('../renderer')));

  const window = new BrowserWindow(toWindowOptions(toBuilt('./preload.cjs'), pageSession, devTools));
  const events = new PageEvents(window.webContents);
  const worker = new LastingWorker(corpus, {
    start: startWorker,
    emit: (event) => events.send(event),
    logBug,
    now: Date.now,
    closeLimitMs: 15_000,
  });
  const grant = (path: string) => worker.grant(path);
  const forward: LastingWorker['forward'] = (name, input) => worker.forward(name, input);
  const toPdf = (folder: string) => printReport(folder, () => new BrowserWindow(toPrintingOptions(reportSession)));
  answerPage(ipcMain, window.webContents.id, {
    answerDoor: createDoorAnswer({ dialog, window, forward, grant, printReport: toPdf, logBug }),
    forward,
    grant,
    onListening: () => events.listening(),
    logBug,
  });
  const choose = (name: Command) => events.send({ type: 'command', name });
  Menu.setApplicationMenu(Menu.buildFromTemplate(toMenuTemplate({ platform: process.platform, devTools, choose })));

  openCorpus = (path) => void worker.open(path);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const asked = readSecondInstance(data);
    if (!window.isDestroyed()) focusWindow(window);
    if (asked !== null) openCorpus(asked);
  });
  closeBeforeExit(app, () => worker.close());
  showPage(window, logBug);
}

// All that follows runs before the app is ready; an await here would keep it from ever becoming so.
protocol.registerSchemesAsPrivileged([appScheme]);
app.enableSandbox();
app.setName('Galley');
setUserData(findFolders().settings);
app.on('open-file', (event, path) => {
  event.preventDefault();
  openCorpus(path);
});
if (app.requestSingleInstanceLock({ corpus } satisfies SecondInstance)) {
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      logBug(`start: ${toLogText(error)}`);
      dialog.showErrorBox('Galley', startFailed(error instanceof Error ? error.message : String(error)));
      app.exit(1);
    });
} else app.quit();
