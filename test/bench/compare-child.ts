import { isJob, type JobName } from '#shared/api/contract';
import { startThread } from '../../electron/worker/start-thread.ts';

// a process like the browser host's: every view of two sides in turn, and how large it was at most. Unit: 1,000,000 bytes.
const [path, ...views] = process.argv.slice(2);
const client = startThread('bench', 'Ada', (error) => {
  throw error;
});
const compared = { a: { to: '2014-12-31' }, b: { from: '2015-01-01' } };
await client.call('corpus:open', { handle: client.grant(path!) });
let mostMb = 0;
const look = () => (mostMb = Math.max(mostMb, process.memoryUsage.rss() / 1e6));
const timer = setInterval(look, 20);
for (const view of views.filter((name): name is JobName => isJob(name as JobName)))
  await client.runJob(view, compared, { onProgress: look });
clearInterval(timer);
look();
await client.close();
process.stdout.write(JSON.stringify({ mostMb }));
