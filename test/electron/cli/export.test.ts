import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleSummary } from '#shared/domain/article';
import { createCommandLine } from '../../helpers/galley.ts';

const { folder, json, remove } = createCommandLine();
const text = '👍🏽 Morrow lies south of Temsar.';
let sets = 0;

/** Writes a dataset; gives its files by the end of their names. */
async function write(format: string, ...options: string[]) {
  const out = `set-${(sets += 1)}`;
  await json('export', '--format', format, '--out', out, ...options);
  const names = readdirSync(join(folder, out), { recursive: true }) as string[];
  return (end: string) => {
    const name = names.sort().find((each) => each.endsWith(end));
    return name === undefined ? undefined : readFileSync(join(folder, out, name), 'utf8');
  };
}

beforeAll(async () => {
  writeFileSync(join(folder, 'one.txt'), text);
  writeFileSync(join(folder, 'two.txt'), 'Nobody lives in Morrow.');
  await json('import', 'one.txt', 'two.txt', '--split', 'never');
  const articles = await json<ArticleSummary[]>('articles');
  const one = articles.find(({ title }) => title.includes('south'))!;
  await json('annotate', one.uid, '--label', 'location', '--start', '5', '--end', '11');
  await json('annotate', one.uid, '--label', 'location', '--start', '12', '--end', '16');
  await json('annotate', one.uid, '--label', 'actor', '--start', '26', '--end', '32');
});
afterAll(remove);

test('what offsets count, how tags begin and what files hold is as it was asked for', async () => {
  expect((await write('doccano', '--unit', 'codepoint', '--label', 'actor'))('.jsonl')).toContain('[[24,30,"actor"]]');
  const iob1 = (await write('conll-2003', '--scheme', 'iob1'))('articles.conll');
  expect(iob1).toMatch(/Morrow -X- -X- I-location\nlies -X- -X- B-location/u);
  expect((await write('hugging-face', '--container', 'parquet'))('.parquet')).toMatch(/^PAR1/u);
  expect((await write('csv', '--bom'))('annotations.csv')!.startsWith('\uFEFF')).toBe(true);
});

test('who is named, which words and tags go out and how articles are dealt out is as it was asked for', async () => {
  const who = ['--names', 'numbers', '--by', 'Sara', '--label', 'actor', '--links', 'person', '--checked', 'two'];
  const read = await write('jsonl', ...who, '--text', 'hash', '--folds', 'train=.5,test=.5', '--seed', '4');
  const lines = `${read('train/articles.jsonl')}${read('test/articles.jsonl')}`;
  expect(lines).toContain('"annotator":"annotator 1"');
  expect(lines).toContain('"label":"actor"');
  expect(lines).not.toMatch(/"label":"location"|"text":|Sara/u);
  const card = read('README.md')!;
  expect(card).not.toContain('Sara');
  expect(card).toMatch(/train 1, dev 0, test 1 articles, dealt out as 0\.5, 0, 0\.5 .*; seed 4/u);
  expect(card).toMatch(/\| Checked \|.*two/u);
  expect(card).toContain('links by rule left out');
  expect((await write('jsonl', '--checked-only'))('articles.jsonl')).toMatch(/"annotations":\[\]/u);
});
