import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Article } from '#shared/domain/article';
import { getArticle } from '../../../electron/corpus/repositories/article-repository.ts';
import { createTestCorpus, type Files } from '../../helpers/corpus.ts';
import { findHandTagFaults, listClaimSpans, readHandClaims, readHandTags } from '../../helpers/hand-tags.ts';

const beside = (path: string) => fileURLToPath(new URL(`../../../../shared/${path}`, import.meta.url));
const seeds = process.env['GALLEY_SEEDS'] ?? beside('seeds/');
const fakes = join(process.env['GALLEY_SAMPLES'] ?? beside('samples/'), 'corpora/FA-KES/fakes.csv');
const [hasSeeds, hasFakes] = [existsSync(seeds), existsSync(fakes)];
if (!hasSeeds) console.warn(`The seed pages are not at ${seeds} (set GALLEY_SEEDS): hand tags are not laid on them.`);
if (!hasFakes) console.warn(`FA-KES is not at ${fakes} (set GALLEY_SAMPLES): hand tags are not laid on it.`);

describe.skipIf(!hasSeeds)('the hand tags of the seed pages', () => {
  test('and the claims of page 002, with who says them, lie on whole words', async () => {
    const articles = await importAll(readSeeds());
    const claimed = readHandClaims();
    expect(claimed).toHaveLength(8);
    for (const { claims, ...head } of claimed) {
      const tags = claims.flatMap(listClaimSpans);
      expect(findHandTagFaults({ ...head, tags }, articles.get(head.textSha256)!.text)).toEqual([]);
      for (const claim of claims) {
        const { start, end } = claim.span;
        expect(listClaimSpans(claim).every((part) => start <= part.start && part.end <= end)).toBe(true);
      }
    }
  });

  test.each(['seeds', 'seeds-second'] as const)(
    'lie on whole characters of each of the twelve articles, and on none of their boilerplate: %s',
    async (collection) => {
      const articles = await importAll(readSeeds());
      const tagged = readHandTags(collection);
      expect(tagged.map(({ textSha256 }) => textSha256).sort()).toEqual([...articles.keys()].sort());
      for (const one of tagged) {
        const article = articles.get(one.textSha256)!;
        expect(article.source.startsWith(one.page!)).toBe(true);
        expect(findHandTagFaults(one, article.text)).toEqual([]);
        expect(one.tags.filter(({ start }) => isInBoilerplate(article, start))).toEqual([]);
      }
    },
  );
});

describe.skipIf(!hasFakes)('the hand tags of FA-KES', () => {
  test('lie on whole characters of twenty of its articles, each in the row that is named', async () => {
    const articles = await importAll({ 'fakes.csv': readFileSync(fakes) });
    const tagged = readHandTags('fa-kes');
    expect(tagged).toHaveLength(20);
    for (const one of tagged) {
      const article = articles.get(one.textSha256)!;
      expect(article.sourceStart).toBe(one.row);
      expect(findHandTagFaults(one, article.text)).toEqual([]);
    }
  });
});

test('no figure of a hand-tagged claim has a least above its most, or neither', () => {
  const figures = readHandClaims().flatMap(({ claims }) => claims.flatMap((claim) => claim.figures));
  expect(figures.length).toBeGreaterThan(0);
  for (const { min, max } of figures) expect(min ?? max).toBeLessThanOrEqual(max ?? Infinity);
});

describe('a fault of hand tags', () => {
  const [tagged] = readHandTags('seeds');

  test('is another text than the one that was tagged', () => {
    expect(findHandTagFaults(tagged!, 'Temsar')).toEqual([expect.stringContaining('not the text')]);
  });

  test('is a tag that cuts a character or a word, takes a blank with it, or runs past the end', () => {
    const text = 'Cafe\u0301 Varr';
    const textSha256 = 'c2657b9d6d8cbf9ad88b7a67896ee7a39f5b5a1d4816939f0a8c7bc23710cee1';
    const tag = (start: number, end: number) => ({ start, end, label: 'actor', kind: 'name', entity: 'Varr' }) as const;
    const tags = [tag(0, 4), tag(0, 5), tag(0, 6), tag(6, 8), tag(6, 10), tag(6, 11)];
    expect(findHandTagFaults({ file: 'a.json', textSha256, tags }, text)).toEqual(
      ['0-4', '0-6', '6-8', '6-11'].map((span) => expect.stringContaining(span)),
    );
  });
});

function readSeeds(): Files {
  const names = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(seeds, name))]));
}

/** The articles of some files, by the hash of their text. */
async function importAll(files: Files): Promise<Map<string, Article>> {
  const made = createTestCorpus();
  const { articles } = await made.import(files);
  return new Map(
    articles.map(({ uid }) => {
      const article = getArticle(made.corpus.read, uid);
      return [article.sha256, article];
    }),
  );
}

function isInBoilerplate({ blocks }: Article, offset: number): boolean {
  return blocks.some(({ kind, start, end }) => kind === 'boilerplate' && start <= offset && offset < end);
}
