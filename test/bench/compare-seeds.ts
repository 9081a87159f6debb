import { ArticleRef } from '#shared/domain/ids';
import { openForReading } from '../../electron/corpus/open-connection.ts';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { createCluster } from '../../electron/services/clusters.ts';
import { getLabel } from '../../electron/services/codebook.ts';
import { findByName } from '../../electron/services/entities/edit-entity.ts';
import { importCollection, isThere, layTags, whereIs, type Tagged } from '../evaluate/tagged-corpus.ts';
import type { TestCorpus } from '../helpers/corpus.ts';
import { addTestEntity } from '../helpers/entity.ts';
import { readHandClaims, type HandClaim } from '../helpers/hand-tags.ts';
import { look, views } from './compare-look.ts';
import { toRow, type Row } from './row.ts';

const REACH_MS = 100;
const SIZE = 'the twelve seed articles';

/** Every view of the twelve seed articles as a person would have tagged them, every other one against the rest; nothing where they are missing. */
export async function compareSeeds(): Promise<Row[]> {
  if (!isThere('seeds')) {
    process.stderr.write(`  the seed pages are not at ${whereIs('seeds')} (GALLEY_SEEDS): not measured\n`);
    return [];
  }
  const { made, tagged } = await importCollection('seeds');
  try {
    layTags(made, tagged);
    layClaims(made, tagged);
    const everyOther = (from: number) => tagged.filter((_, n) => n % 2 === from);
    const [ofA, ofB] = [everyOther(0), everyOther(1)];
    const sides = { a: toFilter(ofA), b: toFilter(ofB) };
    const pair = { a: findLongest(ofA), b: findLongest(ofB) };
    const rows: Row[] = [];
    for (const view of [...views, { name: 'compare:pair', channel: 'compare:pair', more: pair } as const]) {
      const read = openForReading(made.path);
      const add = (what: string, value: number) =>
        rows.push(toRow({ name: `${view.name}: ${what}`, size: SIZE, value, unit: 'ms', reach: REACH_MS }));
      add('first time', await look(read, view, sides));
      await look(read, view, { ...sides, checkedOnly: true });
      add('set back', await look(read, view, sides));
      read.close();
    }
    return rows;
  } finally {
    made.remove();
  }
}

const toFilter = (articles: readonly Tagged[]) => ({ articles: articles.map(({ uid }) => ArticleRef.parse(uid)) });
const findLongest = (articles: readonly Tagged[]): string =>
  articles.reduce((longest, each) => (each.text.length > longest.text.length ? each : longest)).uid;

/** The claims of page 002, and for each unit a card of those that count it, so that both sides have versions to set against each other. */
function layClaims(made: TestCorpus, tagged: readonly Tagged[]): void {
  const { corpus, sara } = made;
  /** Many are called as their country is, whether they act or are acted in. */
  const toEntity = (label: string, name: string) =>
    findByName(corpus.read, getLabel(corpus.read, label), name) ?? addTestEntity(made, label, name);
  const cards = new Map<string, string[]>();
  for (const { textSha256, claims } of readHandClaims()) {
    const article = tagged.find((each) => each.textSha256 === textSha256)!.uid;
    for (const claim of claims) {
      const content = { article, label: 'claim', spans: [claim.span], attributes: toValues(claim, toEntity) };
      const { uid } = createAnnotation(corpus, sara, content);
      for (const { unit } of claim.figures) cards.set(unit, [...(cards.get(unit) ?? []), uid]);
    }
  }
  for (const [title, claims] of cards) createCluster(corpus, sara, { title, claims });
}

/** What stands for somebody who is no entity. */
const WORDS = new Set(['the outlet', 'unnamed']);

const toValues = (
  { voice, attribution, figures, place }: HandClaim,
  toEntity: (label: string, name: string) => string,
) => ({
  voice,
  attribution: attribution.map(({ who, words, verb }) => ({
    who: WORDS.has(who) ? who : toEntity('actor', who),
    ...(words && { words }),
    ...(verb && { verb }),
  })),
  figures: figures.map(({ unit, min, max, ofWhom }) => ({ unit, min, max, 'of whom': ofWhom })),
  ...(place !== null && { place: toEntity('location', place) }),
});
