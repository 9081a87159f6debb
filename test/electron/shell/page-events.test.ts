import { expect, it } from 'vitest';
import type { GalleyEvent } from '#shared/api/contract';
import { EVENT_CHANNEL } from '../../../electron/shell/channels.ts';
import { PageEvents } from '../../../electron/shell/page-events.ts';

function createEvents() {
  const sent: unknown[] = [];
  const contents = {
    isGone: false,
    isDestroyed: () => contents.isGone,
    send: (channel: string, event: unknown) => void sent.push([channel, event]),
  };
  return { events: new PageEvents(contents), sent, contents };
}
const notice = (text: string): GalleyEvent => ({ type: 'notice', text });

it('notices wait until the page listens, in order, and each is sent once', () => {
  const { events, sent } = createEvents();
  events.send(notice('first'));
  events.send({ type: 'settings' });
  events.send(notice('second'));
  expect(sent).toEqual([]);
  events.listening();
  events.listening();
  events.send({ type: 'corpus' });
  expect(sent).toEqual([
    [EVENT_CHANNEL, notice('first')],
    [EVENT_CHANNEL, notice('second')],
    [EVENT_CHANNEL, { type: 'corpus' }],
  ]);
});

it('nothing is sent to a page that is gone', () => {
  const { events, sent, contents } = createEvents();
  events.listening();
  contents.isGone = true;
  events.send(notice('late'));
  expect(sent).toEqual([]);
});
