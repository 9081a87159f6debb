import { toSentence, type Failure } from '../../errors.ts';

/** What the page and the terminal say about the browser host. */
export const hostMessages = {
  gone: 'Galley has ended or cannot be reached. What was saved is safe. Start Galley again, and open the address that it prints.',
  fileRefused: (name: string, failure: Failure) => `${name}: ${toSentence(failure)}`,

  nextUrl: (url: string) => `Another address, for one more page: ${url}`,
  badPort: (text: string) => `“${text}” is no port; there are 1 to 65535`,
  noIpv6: 'Galley listens on 127.0.0.1 only: this machine has no IPv6.',
  died: (reason: string) =>
    `Galley: the part that keeps the corpus has ended (${reason}). What was saved before is safe. Start Galley again.`,
} as const;

/** What `npm start` says: which way it takes, and why. */
export const startMessages = {
  desktop: 'Galley: opening the desktop app, for Electron is installed.',
  window: (browser: string) =>
    `Galley: opening a window of ${browser}, for Electron is not installed (“npm run desktop” fetches it).`,
  address: (why: string) => `Galley: giving an address to open in a browser on this machine, for ${why}.`,
  why: {
    noBrowser: 'neither Electron nor a Chrome, Chromium or Edge is installed',
    noDisplay: 'there is no display here',
    asRoot: 'a browser does not run safely as root',
    confined: (browser: string) => `${browser} may not read the page that would let it in`,
    windowFailed: (browser: string) => `${browser} ended before it opened the window`,
  },
  windowClosed: 'Galley: the window was closed; all is saved. Galley stops in a minute (Ctrl+C: at once).',
  slowWindow: (url: string) => `Galley: no window yet? This address does the same: ${url}`,
} as const;
