import { describe, expect, it } from 'vitest';
import { isOwnPage, toSender, type Sender } from '../../../electron/shell/sender.ts';

const ours: Sender = { contents: 7, isMainFrame: true, url: 'app://galley/index.html', origin: 'app://galley' };

describe('who may call', () => {
  it('the main frame of our window at our own origin may', () => {
    expect(isOwnPage(ours, 7)).toBe(true);
    expect(isOwnPage({ ...ours, url: 'app://galley/index.html#/article' }, 7)).toBe(true);
  });

  it.each<[string, Sender | null]>([
    ['a frame that is gone', null],
    ['another window', { ...ours, contents: 8 }],
    ['a frame in our page', { ...ours, isMainFrame: false }],
    ['a window without an address, which has the origin of its opener', { ...ours, url: '' }],
    ['about:blank, which has it too', { ...ours, url: 'about:blank' }],
    ['another host of our scheme', { ...ours, url: 'app://galley.evil/index.html', origin: 'app://galley.evil' }],
    ['an address that only begins like ours', { ...ours, url: 'app://galley@evil/index.html' }],
    ['an opaque origin', { ...ours, origin: 'null' }],
    ['a file', { ...ours, url: 'file:///index.html', origin: 'file://' }],
    ['the network', { ...ours, url: 'https://galley/index.html', origin: 'https://galley' }],
  ])('%s may not', (_who, sender) => {
    expect(isOwnPage(sender, 7)).toBe(false);
  });

  it('a frame counts as the main frame only where it has no parent', () => {
    const sender = { id: 7 } as Electron.WebContents;
    const frame = { url: ours.url, origin: ours.origin, parent: null } as Electron.WebFrameMain;
    expect(toSender({ sender, senderFrame: frame })).toEqual(ours);
    expect(toSender({ sender, senderFrame: { ...frame, parent: frame } as Electron.WebFrameMain })).toEqual({
      ...ours,
      isMainFrame: false,
    });
    expect(toSender({ sender, senderFrame: null })).toBeNull();
  });
});
