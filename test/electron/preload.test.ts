import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Bridge, GalleyEvent } from '#shared/api/contract';
import { CALL_CHANNEL, EVENT_CHANNEL, LISTENING_CHANNEL, OFFER_CHANNEL } from '../../electron/shell/channels.ts';

type Hear = (event: unknown, given: GalleyEvent) => unknown;
type Faked = {
  contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  ipcRenderer: {
    invoke: Electron.IpcRenderer['invoke'];
    on(name: string, hear: Hear): unknown;
    off: Faked['ipcRenderer']['on'];
  };
  webUtils: Electron.WebUtils;
};

let exposed: [string, Bridge][];
let invoked: unknown[][];
let listeners: Map<string, Set<Hear>>;

beforeEach(async () => {
  exposed = [];
  invoked = [];
  listeners = new Map();
  const of = (name: string) => listeners.get(name) ?? listeners.set(name, new Set()).get(name)!;
  const electron: Faked = {
    contextBridge: { exposeInMainWorld: (key, api) => void exposed.push([key, api as Bridge]) },
    ipcRenderer: {
      invoke: (...given) => {
        invoked.push(given);
        return Promise.resolve({ ok: true, value: {} });
      },
      on: (name, hear) => of(name).add(hear),
      off: (name, hear) => of(name).delete(hear),
    },
    webUtils: { getPathForFile: (file) => `/dropped/${file.name}` },
  };
  vi.resetModules();
  vi.doMock('electron', () => electron);
  await import('../../electron/preload.ts');
});
afterEach(() => vi.doUnmock('electron'));

const bridge = () => exposed[0]![1];

it('the page gets three functions and nothing else', () => {
  expect(exposed.map(([key, api]) => [key, Object.keys(api).sort()])).toEqual([
    ['galley', ['call', 'listen', 'offer']],
  ]);
  for (const each of Object.values(bridge())) expect(each).toBeTypeOf('function');
});

it('a call is sent with its name and input, and its answer comes back', async () => {
  expect(await bridge().call('corpus:status', {})).toEqual({ ok: true, value: {} });
  expect(invoked).toEqual([[CALL_CHANNEL, 'corpus:status', {}]]);
});

it('of a dropped file only the path goes to the main process', async () => {
  await bridge().offer(new File(['text'], 'page.txt'));
  expect(invoked).toEqual([[OFFER_CHANNEL, '/dropped/page.txt']]);
});

it('a listener hears events, without what Electron adds, until it stops; nothing of Electron is handed to it', () => {
  const heard: unknown[][] = [];
  const stop = bridge().listen((...given) => void heard.push(given));
  expect(invoked).toEqual([[LISTENING_CHANNEL]]);
  const [hear] = [...listeners.get(EVENT_CHANNEL)!];
  expect(hear!({ sender: 'electron' }, { type: 'settings' })).toBeUndefined();
  expect(heard).toEqual([[{ type: 'settings' }]]);
  expect(stop()).toBeUndefined();
  expect(listeners.get(EVENT_CHANNEL)!.size).toBe(0);
});
