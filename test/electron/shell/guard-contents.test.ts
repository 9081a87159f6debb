import { expect, it } from 'vitest';
import { guardContents, type GuardedContents } from '../../../electron/shell/guard-contents.ts';
import { FakeEmitter } from './fake-emitter.ts';

class FakeContents extends FakeEmitter implements GuardedContents {
  openHandler: Parameters<GuardedContents['setWindowOpenHandler']>[0] | undefined;
  setWindowOpenHandler(handler: Parameters<GuardedContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }
}

it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])('%s is prevented', (name) => {
  const contents = new FakeContents();
  guardContents(contents);
  let prevented = 0;
  contents.emit(name, { url: 'app://galley/index.html', preventDefault: () => (prevented += 1) });
  expect(prevented).toBe(1);
});

it('no further window opens, whatever its address', () => {
  const contents = new FakeContents();
  guardContents(contents);
  for (const url of ['https://example.org/', 'app://galley/index.html', 'about:blank', ''])
    expect(contents.openHandler?.({ url } as Electron.HandlerDetails)).toEqual({ action: 'deny' });
});
