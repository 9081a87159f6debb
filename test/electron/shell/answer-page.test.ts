import { describe, expect, it } from 'vitest';
import { Handle } from '#shared/domain/ids';
import { answerPage, type PageAnswers } from '../../../electron/shell/answer-page.ts';
import { CALL_CHANNEL, LISTENING_CHANNEL, OFFER_CHANNEL } from '../../../electron/shell/channels.ts';

type Listener = Parameters<Electron.IpcMain['handle']>[1];
const handle = Handle.parse('11111111-1111-4111-8111-111111111111');

/** Preload's side: what was registered is called with a sender of the test's choice; `asked` is what got through. */
function createPage() {
  const listeners = new Map<string, Listener>();
  const asked: unknown[] = [];
  const logged: string[] = [];
  const note =
    (who: string, answer: unknown) =>
    (...given: unknown[]) => {
      asked.push([who, ...given]);
      return answer as never;
    };
  const answers: PageAnswers = {
    answerDoor: note('door', { ok: true, value: 'door' }),
    forward: note('worker', { ok: true, value: 'worker' }),
    grant: note('grant', handle),
    onListening: note('listening', undefined),
    logBug: (text) => logged.push(text),
  };
  answerPage({ handle: (channel, listener) => void listeners.set(channel, listener) }, 7, answers);
  const ours = { url: 'app://galley/index.html', origin: 'app://galley', parent: null };
  const invoke = (channel: string, given: unknown[], frame: object | null = ours, contents = 7): unknown =>
    listeners.get(channel)!(
      { sender: { id: contents }, senderFrame: frame } as unknown as Electron.IpcMainInvokeEvent,
      ...given,
    );
  return { invoke, asked, logged, ours, channels: [...listeners.keys()] };
}

describe('what the page may ask of the main process', () => {
  it('a call of the worker goes there as it came, and a call of the door to the door', () => {
    const page = createPage();
    expect(page.invoke(CALL_CHANNEL, ['articles:list', { limit: 3 }])).toEqual({ ok: true, value: 'worker' });
    expect(page.invoke(CALL_CHANNEL, ['door:about', {}])).toEqual({ ok: true, value: 'door' });
    expect(page.asked).toEqual([
      ['worker', 'articles:list', { limit: 3 }],
      ['door', 'door:about', {}],
    ]);
  });

  it('a dropped file becomes a handle and its name', () => {
    const page = createPage();
    expect(page.invoke(OFFER_CHANNEL, ['/home/person/page 1.txt'])).toEqual({
      ok: true,
      value: { handle, name: 'page 1.txt' },
    });
  });

  it('what is no file of this computer is refused as bad input', () => {
    const page = createPage();
    for (const path of ['', undefined, 3, {}])
      expect(page.invoke(OFFER_CHANNEL, [path])).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(page.invoke(CALL_CHANNEL, [{ toString: () => 'corpus:open' }, {}])).toMatchObject({
      error: { code: 'bad-input' },
    });
    expect(page.asked).toEqual([]);
  });

  it('a forged sender reaches nothing on any channel, and is logged', () => {
    const page = createPage();
    const { ours } = page;
    const forged: [object | null, number][] = [
      [null, 7],
      [ours, 8],
      [{ ...ours, parent: ours }, 7],
      [{ ...ours, url: '' }, 7],
      [{ ...ours, url: 'about:blank' }, 7],
      [{ ...ours, origin: 'app://evil', url: 'app://evil/index.html' }, 7],
    ];
    expect(page.channels).toEqual([CALL_CHANNEL, OFFER_CHANNEL, LISTENING_CHANNEL]);
    for (const channel of page.channels)
      for (const [frame, contents] of forged)
        expect(() => page.invoke(channel, ['corpus:status', {}], frame, contents)).toThrow('may not call Galley');
    expect(page.asked).toEqual([]);
    expect(page.logged).toHaveLength(18);
  });
});
