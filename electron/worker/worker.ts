import { parentPort } from 'node:worker_threads';
import type { Port } from './messages.ts';
import { serveWorker } from './serve-worker.ts';

type UtilityPort = {
  postMessage(message: unknown): void;
  on(type: 'message', listener: (event: { data: unknown }) => void): void;
};

/** A thread's port where this is one, a process's in Electron. */
function findPort(): Port {
  const thread = parentPort;
  if (thread) {
    return {
      send: (message) => thread.postMessage(message),
      receive: (listener) => thread.on('message', listener),
      close: () => thread.close(),
    };
  }
  const utility = (process as { parentPort?: UtilityPort }).parentPort;
  if (!utility) throw new Error('The worker is started by a door, not by hand');
  return {
    send: (message) => utility.postMessage(message),
    receive: (listener) => utility.on('message', ({ data }) => listener(data)),
    close: () => process.exit(0),
  };
}

serveWorker(findPort());
