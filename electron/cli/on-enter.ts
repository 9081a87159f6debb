import { createInterface } from 'node:readline';

/** Acts each time Enter is pressed; gives what ends that. */
export function onEnter(act: () => void): () => void {
  const keys = createInterface({ input: process.stdin });
  keys.on('line', act);
  return () => {
    keys.close();
    process.stdin.destroy(); // else a terminal that may still say something keeps the process alive
  };
}
