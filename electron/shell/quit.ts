import type { App } from 'electron';

/** Quits when the window is closed; the corpus is closed first, whatever asked for the end. */
export function closeBeforeExit(app: Pick<App, 'on' | 'quit' | 'exit'>, close: () => Promise<void>): void {
  let isClosing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close().finally(() => app.exit(0));
  });
}
