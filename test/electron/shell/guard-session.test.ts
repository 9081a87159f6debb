import { describe, expect, it } from 'vitest';
import { guardSession } from '../../../electron/shell/guard-session.ts';
import { FakeSession } from './fake-session.ts';

function createSession(devTools: boolean): FakeSession {
  const session = new FakeSession();
  guardSession(session, { devTools });
  return session;
}

const permissions = [
  'media',
  'display-capture',
  'geolocation',
  'notifications',
  'clipboard-read',
  'fileSystem',
  'openExternal',
  'usb',
];

describe('what a page may not have', () => {
  it.each(permissions)('the permission %s is refused, asked for or looked up', (permission) => {
    const session = createSession(false);
    expect(session.ask('request', null, permission)).toBe(false);
    expect(session.handlers['check']!(null, permission, 'app://galley', {})).toBe(false);
  });

  it('devices and the screen are refused, and no dictionary is fetched', () => {
    const session = createSession(false);
    expect(session.handlers['device']!({ deviceType: 'usb' })).toBe(false);
    expect(session.ask('display', {})).toBeNull();
    expect(session.spellChecker).toBe(false);
  });

  it('a download is stopped', () => {
    let prevented = 0;
    createSession(false).emit('will-download', { preventDefault: () => (prevented += 1) });
    expect(prevented).toBe(1);
  });

  it('every request but those for the page itself is cancelled', () => {
    const session = createSession(false);
    expect(session.ask('beforeRequest', { url: 'app://galley/assets/index.js' })).toEqual({ cancel: false });
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:1/',
      'ws://127.0.0.1:1/',
      'file:///etc/passwd',
      'data:text/plain,x',
      'blob:app://galley/1',
      'app://galley.evil/',
      'app://evil/',
      'devtools://devtools/bundled/inspector.html',
    ])
      expect([url, session.ask('beforeRequest', { url })]).toEqual([url, { cancel: true }]);
  });

  it('the developer tools load where a build has them, and nothing else does', () => {
    const session = createSession(true);
    const url = 'devtools://devtools/bundled/inspector.html';
    expect(session.ask('beforeRequest', { url })).toEqual({ cancel: false });
    expect(session.ask('beforeRequest', { url: 'https://example.org/' })).toEqual({ cancel: true });
  });
});
