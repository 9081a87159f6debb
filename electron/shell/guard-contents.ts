import type { WebContents } from 'electron';
import { PAGE_ADDRESS } from './page-address.ts';

export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

type Navigation = { readonly url: string; readonly isMainFrame: boolean; preventDefault(): void };

/** The page may load itself again: its error screen offers that, and Electron asks for it as for any other address. */
function stay(event: Navigation): void {
  const [address] = event.url.split('#');
  if (!event.isMainFrame || address !== PAGE_ADDRESS) event.preventDefault();
}

/** Keeps web contents where they are: no navigation of any frame, no redirect, no further window, no webview. */
export function guardContents(contents: GuardedContents): void {
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
