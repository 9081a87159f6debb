import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { ArticleSummary } from '#shared/domain/article';
import type { SuggestionRule } from '#shared/domain/suggestion';
import { createCommandLine } from '../../helpers/galley.ts';

const TEXT = 'then zorn gave xyzzy to the mild one\n';
const { folder, galley, json, remove } = createCommandLine();

type Suggested = {
  id: string;
  label: string;
  start: number;
  end: number;
  quote: string;
  reason: string;
  rule: SuggestionRule;
};
const suggest = (...args: string[]) => json<Suggested[]>('suggest', ...args);

let article: string;
beforeAll(async () => {
  writeFileSync(join(folder, 'page.txt'), TEXT);
  await json('import', 'page.txt', '--split', 'never');
  article = (await json<ArticleSummary[]>('articles'))[0]!.uid;
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  const predictions = [
    { article, label: 'actor', spans: [at('zorn')], score: 0.9 },
    { article, label: 'location', spans: [at('xyzzy')] },
  ];
  await json('call', 'predictions:add', JSON.stringify({ tool: 'a tool', predictions }));
});
afterAll(remove);

test('suggest lists what is suggested, with offsets and a reason in words', async () => {
  const all = await suggest('--article', article);
  expect(all.map(({ label, quote, rule }) => [label, quote, rule])).toEqual([
    ['actor', 'zorn', 'prediction'],
    ['location', 'xyzzy', 'prediction'],
  ]);
  for (const { start, end, quote } of all) expect(TEXT.slice(start, end)).toBe(quote);
  expect(all[0]!.reason).toBe('a tool proposes it, with a score of 0.90.');
  expect(await suggest('--outlet', 'Nobody')).toEqual([]);
});

test('take and dismiss are steps of their own, by a shortened id or all of a label', async () => {
  const [zorn] = await suggest();
  const taken = await json<{ annotations: Annotation[]; unfit: string[] }>('take', article, zorn!.id.slice(0, 8));
  expect(taken).toMatchObject({ annotations: [{ label: 'actor', origin: 'suggestion' }], unfit: [] });
  expect(await json('dismiss', article, '--all', '--label', 'Location')).toEqual({ dismissed: 1 });
  expect(await suggest()).toEqual([]);
  await galley(['undo', '--corpus', 'war.galley']);
  expect(await suggest()).toHaveLength(1);
  const unknown = await galley(['take', article, 'ffffffff', '--corpus', 'war.galley']);
  expect(unknown).toMatchObject({ status: 1, stderr: expect.stringContaining('ffffffff') as string });
  expect((await galley(['take', article, '--corpus', 'war.galley'])).status).toBe(2);
});
