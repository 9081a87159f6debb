import { expect, it } from 'vitest';
import { startMessages } from '#shared/messages/en/browser-host';
import { chooseDoor, type Machine } from '../../build/choose-door.ts';

const { why } = startMessages;
const machine: Machine = {
  electron: '/app/node_modules/electron/dist/electron',
  browser: '/usr/bin/chromium',
  platform: 'linux',
  hasDisplay: true,
  isRoot: false,
};

it.each<[string, Partial<Machine>, ReturnType<typeof chooseDoor>]>([
  ['Electron where it is installed', {}, { kind: 'desktop' }],
  ['Electron without any browser', { browser: undefined }, { kind: 'desktop' }],
  ['else a window of a browser', { electron: undefined }, { kind: 'window', browser: '/usr/bin/chromium' }],
  [
    'an address where there is neither',
    { electron: undefined, browser: undefined },
    { kind: 'address', why: why.noBrowser },
  ],
  ['an address without a display', { hasDisplay: false }, { kind: 'address', why: why.noDisplay }],
  ['an address for root', { isRoot: true, electron: undefined }, { kind: 'address', why: why.asRoot }],
  [
    'a window on macOS, where no variable tells of displays',
    { platform: 'darwin', hasDisplay: false },
    { kind: 'desktop' },
  ],
  [
    'an address for a browser that may not read the temporary folder',
    { electron: undefined, browser: '/snap/bin/chromium' },
    { kind: 'address', why: why.confined('chromium') },
  ],
])('%s', (_, differences, way) => {
  expect(chooseDoor({ ...machine, ...differences })).toEqual(way);
});
