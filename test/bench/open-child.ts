import { startThread } from '../../electron/worker/start-thread.ts';

// a process like the browser host's: opens a corpus, lists its first articles, and says how long that took and how large it is
const start = () =>
  startThread('bench', 'Ada', (error) => {
    throw error;
  });
const path = process.argv[2]!;
const before = start();
await before.call('corpus:open', { handle: before.grant(path) }); // a file from elsewhere is checked, once
await before.close();
const client = start();
const handle = client.grant(path);
await client.call('settings:get', {}); // it is up
const from = performance.now();
await client.call('corpus:open', { handle });
await client.call('articles:groups', {});
await client.call('articles:list', { limit: 100 });
const openedMs = performance.now() - from;
const sizeMb = process.memoryUsage.rss() / 1e6;
const { articles } = await client.call('articles:list', { limit: 1 });
const times: number[] = [];
const read = client.call('annotations:list', { filter: { labels: ['claim'] }, limit: 5000 });
for (let n = 0; n < 300; n += 1) {
  const started = performance.now();
  const span = { start: 0, end: articles[0]!.title.length };
  await client.call('annotations:create', { article: articles[0]!.uid, label: 'claim', spans: [span] });
  times.push(performance.now() - started);
}
await read;
await client.close();
process.stdout.write(JSON.stringify({ openedMs, sizeMb, times }));
