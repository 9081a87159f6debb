import type { WebContents } from 'electron';
import type { GalleyEvent } from '#shared/api/contract';
import { EVENT_CHANNEL } from './channels.ts';

/** Sends events to the page. Notices wait until it listens; what other events tell it asks for when it starts. */
export class PageEvents {
  readonly #contents: Pick<WebContents, 'send' | 'isDestroyed'>;
  #isListening = false;
  #waiting: GalleyEvent[] = [];

  constructor(contents: Pick<WebContents, 'send' | 'isDestroyed'>) {
    this.#contents = contents;
  }

  send(event: GalleyEvent): void {
    if (this.#contents.isDestroyed()) return;
    if (this.#isListening) this.#contents.send(EVENT_CHANNEL, event);
    else if (event.type === 'notice') this.#waiting.push(event);
  }

  listening(): void {
    this.#isListening = true;
    for (const event of this.#waiting.splice(0)) this.send(event);
  }
}
