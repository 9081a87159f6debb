import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { startMessages } from '#shared/messages/en/browser-host';
import { findInstalledBrowser } from './find-browser.ts';
import { findElectron } from './find-electron.ts';

/** What decides how the app can be shown here. */
export type Machine = {
  electron: string | undefined;
  browser: string | undefined;
  platform: NodeJS.Platform;
  hasDisplay: boolean;
  isRoot: boolean;
};

export type Way =
  | { kind: 'desktop' }
  | { kind: 'window'; browser: string }
  /** An address is printed; `why` no window can be opened. */
  | { kind: 'address'; why: string };

/** Electron where it is installed, else a browser's app window, else an address. */
export function chooseDoor({ electron, browser, platform, hasDisplay, isRoot }: Machine): Way {
  const { why } = startMessages;
  if (electron === undefined && browser === undefined) return { kind: 'address', why: why.noBrowser };
  if (platform === 'linux' && !hasDisplay) return { kind: 'address', why: why.noDisplay };
  // it would want its own sandbox off
  if (platform === 'linux' && isRoot) return { kind: 'address', why: why.asRoot };
  if (electron !== undefined) return { kind: 'desktop' };
  if (/\/(snap|flatpak)\//.test(browser!)) return { kind: 'address', why: why.confined(basename(browser!)) };
  return { kind: 'window', browser: browser! };
}

export function lookAtMachine(): Machine {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const browser = findInstalledBrowser();
  return {
    electron: findElectron(),
    browser: browser && realpathSync(browser),
    platform: process.platform,
    hasDisplay: Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY),
    isRoot: process.getuid?.() === 0,
  };
}
