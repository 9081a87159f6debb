import type { Worker } from 'node:worker_threads';
import type { Port } from './messages.ts';

/** The port to a thread, from outside of it. */
export const toPort = (worker: Worker): Port => ({
  send: (message) => worker.postMessage(message),
  receive: (listener) => void worker.on('message', listener),
  close: () => void worker.terminate(),
});
