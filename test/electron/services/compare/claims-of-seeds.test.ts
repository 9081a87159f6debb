import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArticleRef } from '#shared/domain/ids';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { compareClaims } from '../../../../electron/services/compare/claims.ts';
import { importCollection, isThere, whereIs } from '../../../evaluate/tagged-corpus.ts';
import { noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { readHandClaims } from '../../../helpers/hand-tags.ts';

const hasSeeds = isThere('seeds');
if (!hasSeeds)
  console.warn(`The seed pages are not at ${whereIs('seeds')} (set GALLEY_SEEDS): their claims are not compared.`);

type Dead = [min: number, max: number, ofWhom: string];
/** The dead as the article gives them, by source. */
const dead: Record<string, Dead[]> = {
  Reuters: [[4, 4, 'US']],
  'Al Jazeera': [
    [2, 2, 'US'],
    [1, 1, 'Kurdish'],
    [6, 6, 'civilians'],
  ],
  'Yeni Safak': [[5, 5, 'US']],
  unnamed: [[2, 5, 'US']],
};

describe.skipIf(!hasSeeds)('the dead of the blast in Manbij by source, within one article of page 002', () => {
  let made: TestCorpus;
  let article: string;
  beforeAll(async () => {
    const { made: corpus, tagged } = await importCollection('seeds');
    made = corpus;
    const hand = readHandClaims().find(({ file }) => file === '002-08.json')!;
    article = tagged.find(({ textSha256 }) => textSha256 === hand.textSha256)!.uid;
    for (const name of Object.keys(dead)) if (name !== 'unnamed') addTestEntity(made, 'actor', name);
    const claims = Object.entries(dead).map(([who, figures]) => {
      const isLocals = who === 'unnamed';
      const claim = hand.claims.find(
        (each) => each.attribution[0]!.who === who && (!isLocals || each.figures.some(({ max }) => max === 5)),
      )!;
      return createAnnotation(made.corpus, made.sara, {
        article,
        label: 'claim',
        spans: [claim.span],
        attributes: {
          attribution: [{ who }],
          figures: figures.map(([min, max, ofWhom]) => ({ unit: 'killed', min, max, 'of whom': ofWhom })),
        },
      }).uid;
    });
    createCluster(made.corpus, made.sara, { title: 'Blast', date: '2019-01-16', claims });
  });
  afterAll(() => made.remove());

  test('of the US dead Reuters, Al Jazeera and Yeni Safak each say another number; what locals say meets all of them', async () => {
    const side = { articles: [ArticleRef.parse(article)] };
    const { events, claims } = await compareClaims(made.corpus.read, { a: side, b: side, checkedOnly: false }, noJob);
    const [event] = events;
    expect(claims.a).toEqual(claims.b);
    expect(event!.group).toBe('conflict');
    expect(event!.versions).toHaveLength(8); // each on either side
    expect(event!.conflicts.map(({ question }) => question)).toEqual([
      'How many: killed? The ranges do not meet: A (Reuters) says 4 (US), B (Al Jazeera) says 2 (US).',
      'How many: killed? The ranges do not meet: A (Reuters) says 4 (US), B (Yeni Safak) says 5 (US).',
      'How many: killed? The ranges do not meet: A (Al Jazeera) says 2 (US), B (Yeni Safak) says 5 (US).',
    ]);
  });
});
