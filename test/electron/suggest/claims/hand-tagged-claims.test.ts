import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Article } from '#shared/domain/article';
import { getArticle } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listMisfits } from '../../../../electron/corpus/repositories/misfit-repository.ts';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { findClaims } from '../../../../electron/suggest/claims/find-claims.ts';
import type { Found } from '../../../../electron/suggest/found.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';
import { readHandClaims, readHandTags, type HandClaim } from '../../../helpers/hand-tags.ts';

const seeds = process.env['GALLEY_SEEDS'] ?? fileURLToPath(new URL('../../../../../shared/seeds/', import.meta.url));
const hasSeeds = existsSync(seeds);
if (!hasSeeds) console.warn(`The seed pages are not at ${seeds} (set GALLEY_SEEDS): claims are not measured on them.`);

type Values = {
  attribution?: { who?: string | { entity: string }; words?: { start: number; end: number } }[];
  voice: string;
  figures?: { unit: string; min?: number; max?: number }[];
  place?: { entity: string };
};
type Pair = { claim: HandClaim; values: Values };

describe.skipIf(!hasSeeds)('claims of the seed pages', () => {
  test('are the hand-tagged ones, with speaker, figures and place', async () => {
    const { articles } = await importSeeds('');
    const tags = new Map(readHandTags('seeds').map((each) => [each.textSha256, each.tags]));
    const pairs: Pair[] = [];
    let [proposed, tagged] = [0, 0];
    for (const { textSha256, claims } of readHandClaims()) {
      const names = tags.get(textSha256)!.map((tag): Found => {
        const { start, end, label, entity } = tag;
        return { label, spans: [{ start, end }], rule: 'name', reason: {}, confidence: 1, entity };
      });
      const found = findClaims(articles.get(textSha256)!, names, { published: null });
      proposed += found.length;
      tagged += claims.length;
      for (const claim of claims) {
        const same = found.find(
          ({ spans: [span] }) => span!.start === claim.span.start && span!.end === claim.span.end,
        );
        if (same) pairs.push({ claim, values: same.attributes as unknown as Values });
      }
    }
    expect(pairs.length / proposed).toBeGreaterThan(0.95);
    // what an outlet says on its own word and without a figure is not proposed
    expect(pairs.length / tagged).toBeGreaterThan(0.6);
    expect(share(pairs, ({ claim, values }) => claim.voice === values.voice)).toBeGreaterThan(0.93);
    expect(share(pairs, hasSameSpeakers)).toBeGreaterThan(0.85);
    expect(share(pairs, hasSameFigures)).toBeGreaterThan(0.85);
    expect(
      share(
        pairs.filter(({ values }) => values.place),
        ({ claim, values }) => claim.place === values.place!.entity,
      ),
    ).toBeGreaterThan(0.8);
  });

  test('are taken as annotations with all their values', async () => {
    const { made, articles } = await importSeeds('004');
    for (const article of articles.values()) {
      for (const { label, spans, attributes } of findClaims(article, [], { published: article.date })) {
        const taken = { article: article.uid, label, spans: [...spans], attributes: { ...attributes } };
        createAnnotation(made.corpus, made.sara, taken);
      }
    }
    expect(listMisfits(made.corpus.read, 1).total).toBe(0);
  });
});

const share = (pairs: Pair[], isSame: (pair: Pair) => boolean) => pairs.filter(isSame).length / pairs.length;

function hasSameSpeakers({ claim, values }: Pair): boolean {
  const own = (values.attribution ?? []).map(({ who }) => (typeof who === 'object' ? who.entity : who));
  return (
    claim.attribution.length === own.length &&
    claim.attribution.every(({ who }, n) => own[n] === undefined || own[n] === who)
  );
}

function hasSameFigures({ claim, values }: Pair): boolean {
  const write = (figures: { unit: string; min?: number | null; max?: number | null }[]) =>
    figures.map(({ unit, min, max }) => `${unit} ${min ?? ''}..${max ?? ''}`).join(', ');
  return write(claim.figures) === write(values.figures ?? []);
}

/** The articles of the seed pages whose name begins so, by the hash of their text. */
async function importSeeds(beginning: string) {
  const made = createTestCorpus();
  const names = readdirSync(seeds).filter((file) => file.startsWith(beginning) && file.endsWith('.txt'));
  const report = await made.import(Object.fromEntries(names.map((file) => [file, readFileSync(join(seeds, file))])));
  const all = report.articles.map(({ uid }) => getArticle(made.corpus.read, uid));
  return { made, articles: new Map<string, Article>(all.map((article) => [article.sha256, article])) };
}
