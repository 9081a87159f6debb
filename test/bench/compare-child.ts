import { isJob } from '#shared/api/contract';
import { startThread } from '../../electron/worker/start-thread.ts';
import { views } from './compare-look.ts';

// a process like the browser host's: every view of two sides in turn, and how large it was at most. Unit: 1,000,000 bytes.
const [path, sides] = process.argv.slice(2);
const client = startThread('bench', 'Ada', (error) => {
  throw error;
});
await client.call('corpus:open', { handle: client.grant(path!) });
let mostMb = 0;
const look = () => (mostMb = Math.max(mostMb, process.memoryUsage.rss() / 1e6));
const timer = setInterval(look, 20);
for (const { channel, more } of views)
  if (isJob(channel))
    await client.runJob(channel, { ...(JSON.parse(sides!) as object), ...more }, { onProgress: look });
clearInterval(timer);
look();
await client.close();
process.stdout.write(JSON.stringify({ mostMb }));
