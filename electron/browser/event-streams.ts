import type { ServerResponse } from 'node:http';
import type { GalleyEvent } from '#shared/api/contract';

/** So that a connection whose other end has gone is noticed. */
const KEEP_ALIVE_MS = 15_000;
/** What a page that does not read may leave lying; beyond that it is cut off, and opens its stream again. */
const MOST_WAITING_BYTES = 8_000_000;
const MOST_ENDED = 100;

/** The events of the worker, one JSON a line, to every page whose stream is open. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>();
  /** What nobody was there to hear. */
  #notices: GalleyEvent[] = [];
  /** Told again to a stream that was cut and comes back: the page may be waiting for one of them. */
  #ended: GalleyEvent[] = [];

  send(event: GalleyEvent): void {
    if (event.type === 'job-ended') this.#ended = [...this.#ended, event].slice(-MOST_ENDED);
    if (event.type === 'notice' && this.#open.size === 0) this.#notices.push(event);
    for (const response of this.#open) write(response, event);
  }

  add(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    response.write('\n');
    const timer = setInterval(() => response.write('\n'), KEEP_ALIVE_MS);
    this.#open.add(response);
    response.on('close', () => {
      clearInterval(timer);
      this.#open.delete(response);
    });
    for (const event of [...this.#ended, ...this.#notices.splice(0)]) write(response, event);
  }
}

function write(response: ServerResponse, event: GalleyEvent): void {
  if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
  else response.write(`${JSON.stringify(event)}\n`);
}
