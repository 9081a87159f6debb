import type { GuardedSession } from '../../../electron/shell/guard-session.ts';
import type { StartedUtility, UtilityStarter } from '../../../electron/shell/start-utility.ts';
import { findWorkerProgram } from '../../helpers/command-line.ts';
import { FakeEmitter } from './fake-emitter.ts';
import { FakeSession } from './fake-session.ts';
import { FakeUtilityProcess } from './fake-utility.ts';

type Invoke = Parameters<Electron.IpcMain['handle']>[1];
type Serve = Parameters<Electron.Protocol['handle']>[1];

class FakeContents extends FakeEmitter {
  readonly id = 7;
  readonly sent: unknown[] = [];
  openHandler: unknown;
  isDestroyed = () => false;
  send(_channel: string, event: unknown): void {
    this.sent.push(event);
  }
  setWindowOpenHandler(handler: unknown): void {
    this.openHandler = handler;
  }
}

/** Runs the worker as the command line does, where the app would run it out of its own bundle. */
class FakeWorkerProcess extends FakeUtilityProcess {
  override fork(script: string, args: string[], options: Electron.ForkOptions): StartedUtility {
    const name = /([\w-]+)\.js$/.exec(script)![1]!;
    return super.fork(findWorkerProgram(name), args, options);
  }
}

type PageSession = GuardedSession & { protocol: Pick<Electron.Protocol, 'handle'> };

/** The part of `electron` that the main process uses, by Electron's own types. */
type MainModule = {
  app: Pick<
    Electron.App,
    | 'isPackaged'
    | 'setName'
    | 'setPath'
    | 'enableSandbox'
    | 'requestSingleInstanceLock'
    | 'whenReady'
    | 'quit'
    | 'exit'
    | 'on'
  >;
  BrowserWindow: new (
    options: Electron.BrowserWindowConstructorOptions,
  ) => Pick<Electron.BrowserWindow, 'isDestroyed' | 'isMinimized' | 'show' | 'focus' | 'loadURL' | 'once'>;
  dialog: Pick<Electron.Dialog, 'showErrorBox'>;
  ipcMain: Pick<Electron.IpcMain, 'handle'>;
  Menu: Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
  session: { defaultSession: GuardedSession; fromPartition(name: string): PageSession };
  utilityProcess: UtilityStarter;
};

function createWindowClass({ app, windows }: FakeElectron, note: (what: string) => void): MainModule['BrowserWindow'] {
  return class FakeWindow extends FakeEmitter {
    readonly webContents = new FakeContents();
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super();
      app.emit('web-contents-created', {}, this.webContents);
      windows.push({ options, contents: this.webContents });
    }
    isDestroyed = () => false;
    isMinimized = () => false;
    show = () => note('show');
    focus = () => note('focus');
    loadURL = (url: string) => {
      note(`load ${url}`);
      return Promise.resolve();
    };
  };
}

/** Stands in for the `electron` that the main process imports: what it calls, in `done` in its order. */
export class FakeElectron {
  readonly done: string[] = [];
  readonly ready = Promise.withResolvers<void>();
  readonly exited = Promise.withResolvers<number>();
  readonly utilityProcess = new FakeWorkerProcess();
  readonly windows: { options: Electron.BrowserWindowConstructorOptions; contents: FakeContents }[] = [];
  readonly served: { session: string; scheme: string; answer: Serve }[] = [];
  readonly invocable = new Map<string, Invoke>();
  readonly menus: Electron.MenuItemConstructorOptions[][] = [];
  readonly sessions = { default: this.#createSession('default'), page: this.#createSession('page') };
  isFirst = true;
  sentToFirst: Record<string, unknown> | undefined;

  #createSession(name: string) {
    const handle = (scheme: string, answer: Serve) => void this.served.push({ session: name, scheme, answer });
    return Object.assign(new FakeSession(), { protocol: { handle } });
  }

  #do(what: string): void {
    this.done.push(what);
  }

  readonly app = Object.assign(new FakeEmitter(), {
    isPackaged: false,
    setName: (name: string) => this.#do(`name ${name}`),
    setPath: (name: string, path: string) => this.#do(`${name} ${path}`),
    enableSandbox: () => this.#do('sandbox'),
    requestSingleInstanceLock: (data?: Record<string, unknown>) => {
      this.sentToFirst = data;
      this.#do('lock');
      return this.isFirst;
    },
    whenReady: () => {
      this.#do('wait for ready');
      return this.ready.promise;
    },
    quit: () => this.#do('quit'),
    exit: (status = 0) => {
      this.#do(`exit ${status}`);
      this.exited.resolve(status);
    },
  });

  /** What `import … from 'electron'` finds. */
  toModule(): MainModule {
    const note = (what: string) => this.#do(what);
    return {
      app: this.app,
      utilityProcess: this.utilityProcess,
      BrowserWindow: createWindowClass(this, note),
      dialog: { showErrorBox: (_title, text) => note(`error box: ${text}`) },
      ipcMain: { handle: (channel, answer) => void this.invocable.set(channel, answer) },
      Menu: {
        buildFromTemplate: (template) => template as never,
        setApplicationMenu: (menu) => void this.menus.push(menu as never),
      },
      protocol: { registerSchemesAsPrivileged: (schemes) => note(`schemes ${JSON.stringify(schemes)}`) },
      session: {
        defaultSession: this.sessions.default,
        fromPartition: (name) => {
          note(`partition ${name}`);
          return this.sessions.page;
        },
      },
    };
  }

  /** Asks as preload does, from the main frame of the page. */
  invoke(channel: string, ...given: unknown[]): Promise<unknown> {
    const frame = { url: 'app://galley/index.html', origin: 'app://galley', parent: null };
    const event = { sender: { id: 7 }, senderFrame: frame } as unknown as Electron.IpcMainInvokeEvent;
    return Promise.resolve(this.invocable.get(channel)!(event, ...given) as unknown);
  }
}
