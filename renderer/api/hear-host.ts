import type { GalleyEvent } from '#shared/api/contract';
import { hostRoutes, KEY_HEADER } from '#shared/api/host-routes';
import { hostMessages } from '#shared/messages/en/browser-host';
import { LineReader } from './line-reader.ts';

/** How long a host that does not answer is asked again before it counts as gone. */
const TRIES = 12;
const PAUSE_MS = 250;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** The stream of events: its reader, `refused` where the key is not good any more, or undefined where nobody answered. */
async function openStream(key: string, signal: AbortSignal) {
  const headers = { [KEY_HEADER]: key };
  const response = await fetch(hostRoutes.events, { method: 'POST', headers, signal }).catch(() => undefined);
  if (!response) return undefined;
  return response.ok && response.body ? response.body.pipeThrough(new TextDecoderStream()).getReader() : 'refused';
}

async function readAll(reader: ReadableStreamDefaultReader<string>, tell: (event: GalleyEvent) => void) {
  const lines = new LineReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      for (const line of lines.take(part.value)) if (line !== '') tell(JSON.parse(line) as GalleyEvent);
  } catch (error) {
    if (error instanceof SyntaxError) throw error; // else the connection was cut
  }
}

/**
 * Hears the host as long as this page lives; false where it may not. A stream that was cut is opened again, and the page
 * is told to ask for everything anew; when nobody answers any more it is told that once.
 */
export async function hearHost(key: string, tell: (event: GalleyEvent) => void): Promise<boolean> {
  const leaving = new AbortController();
  addEventListener('pagehide', () => leaving.abort());
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  const first = await openStream(key, leaving.signal);
  if (first === undefined || first === 'refused') return false;
  void (async () => {
    let reader = first;
    for (;;) {
      await readAll(reader, tell);
      const next = await openAgain(key, leaving.signal);
      if (leaving.signal.aborted) return;
      if (!next) return tell({ type: 'notice', text: hostMessages.gone });
      reader = next;
      tell({ type: 'corpus' });
    }
  })();
  return true;
}

async function openAgain(key: string, signal: AbortSignal) {
  for (let tries = 0; tries < TRIES && !signal.aborted; tries += 1) {
    const reader = await openStream(key, signal);
    if (reader === 'refused') return undefined;
    if (reader) return reader;
    await pause();
  }
  return undefined;
}
