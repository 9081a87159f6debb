import { describe, expect, it } from 'vitest';
import { guardContents, type GuardedContents } from '../../../electron/shell/guard-contents.ts';
import { FakeEmitter } from './fake-emitter.ts';

class FakeContents extends FakeEmitter implements GuardedContents {
  openHandler: Parameters<GuardedContents['setWindowOpenHandler']>[0] | undefined;
  setWindowOpenHandler(handler: Parameters<GuardedContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }
}

type Navigation = { url: string; isMainFrame: boolean };
const page = { url: 'app://galley/index.html', isMainFrame: true };

function isPrevented(name: string, navigation: Navigation): boolean {
  const contents = new FakeContents();
  guardContents(contents);
  let prevented = false;
  contents.emit(name, { ...navigation, preventDefault: () => (prevented = true) });
  return prevented;
}

it.each(['will-redirect', 'will-attach-webview'])('%s is prevented', (name) => {
  expect(isPrevented(name, page)).toBe(true);
});

describe.each(['will-navigate', 'will-frame-navigate'])('%s', (name) => {
  it('lets the page load itself again, where it stands', () => {
    expect(isPrevented(name, page)).toBe(false);
    expect(isPrevented(name, { ...page, url: `${page.url}#article` })).toBe(false);
  });

  it.each<Partial<Navigation>>([
    { url: 'https://example.org/' },
    { url: 'app://galley/other.html' },
    { url: 'app://galley/index.html?x' },
    { url: 'app://galley.example/index.html' },
    { url: 'about:blank' },
    { url: '' },
    { isMainFrame: false },
  ])('prevents %j', (differences) => {
    expect(isPrevented(name, { ...page, ...differences })).toBe(true);
  });
});

it('no further window opens, whatever its address', () => {
  const contents = new FakeContents();
  guardContents(contents);
  for (const url of ['https://example.org/', 'app://galley/index.html', 'about:blank', ''])
    expect(contents.openHandler?.({ url } as Electron.HandlerDetails)).toEqual({ action: 'deny' });
});
