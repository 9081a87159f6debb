import { parentPort } from 'node:worker_threads';
import type { Port } from './messages.ts';
import { serveWorker } from './serve-worker.ts';

type UtilityPort = {
  postMessage(message: unknown): void;
  on(type: 'message', listener: (event: { data: unknown }) => void): void;
};

/** A thread's port under the command line and the browser host, a process's in Electron. */
function findPort(): Port {
  const utility = (process as { parentPort?: UtilityPort }).parentPort;
  if (utility) {
    return {
      send: (message) => utility.postMessage(message),
      receive: (listener) => utility.on('message', ({ data }) => listener(data)),
      close: () => process.exit(0),
    };
  }
  if (!parentPort) throw new Error('The worker is started by a door, not by hand');
  const thread = parentPort;
  return {
    send: (message) => thread.postMessage(message),
    receive: (listener) => thread.on('message', listener),
    close: () => thread.close(),
  };
}

serveWorker(findPort());
