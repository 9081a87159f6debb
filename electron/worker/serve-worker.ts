import { z } from 'zod';
import { v7 as newUid } from 'uuid';
import { toLogText } from '#shared/api/failed-call';
import { Handle } from '#shared/domain/ids';
import { createAnswer } from '../api/answer.ts';
import { allHandlers } from '../api/handlers/all-handlers.ts';
import { openBeside } from '../corpus/open-corpus.ts';
import type { CheckCorpus } from '../api/open-checked.ts';
import { Session } from '../api/session.ts';
import type { FromWorker, Port, ToWorker, WorkerStart } from './messages.ts';
import { Reader } from './reader.ts';

/** Serves one door over a port until it says `close`. It does not know what runs it. */
export function serveWorker(port: Port): void {
  const send = (message: FromWorker) => port.send(message);
  let service: ReturnType<typeof createService> | undefined;
  port.receive((received) => {
    const message = received as ToWorker;
    if (message.type === 'start') {
      service = createService(message, send, () => port.close());
      send({ type: 'ready' });
    } else service?.(message);
  });
}

function createService(start: WorkerStart, send: (message: FromWorker) => void, end: () => void) {
  // better-sqlite3 dies without a word on an older Node-API
  if (Number(process.versions.napi) < 10) throw new Error(`Node-API ${process.versions.napi} is too old`);
  z.config({ jitless: true }); // schemas run under a policy without eval everywhere, so that they behave alike
  const checks = new Map<number, (problem: string | null) => void>();
  let nextCheck = 1;
  const checkCorpus: CheckCorpus = (path, how) =>
    new Promise((resolve) => {
      const id = nextCheck++;
      checks.set(id, resolve);
      send({ type: 'check', id, path, how });
    });
  const session = new Session({
    environment: { now: () => new Date(), newUid: () => newUid(), door: start.door, version: start.version },
    person: start.person,
    folders: start.folders,
    emit: (event) => send({ type: 'event', event }),
    checkCorpus,
  });
  if (start.beside) session.corpus = openBeside(start.beside, session.options.environment);
  const sendBug = (text: string) => send({ type: 'bug', text });
  const reader =
    start.readsHere || start.beside ? null : new Reader({ session, start, logBug: sendBug, patienceMs: 1000 });
  const logBug = (name: string, error: unknown) => sendBug(`${name}: ${toLogText(error)}`);
  const answer = createAnswer(session, allHandlers, logBug, reader);

  return (message: Exclude<ToWorker, WorkerStart>) => {
    switch (message.type) {
      case 'call':
        void answer(message.name, message.input).then((result) => send({ type: 'answer', id: message.id, result }));
        return;
      case 'grant':
        session.grants.set(Handle.parse(message.handle), { path: message.path, name: message.name });
        return;
      case 'checked':
        checks.get(message.id)?.(message.problem);
        checks.delete(message.id);
        return;
      case 'close':
        void session.close().finally(() => {
          send({ type: 'closed' });
          end();
        });
    }
  };
}
