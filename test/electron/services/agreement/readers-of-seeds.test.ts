import { expect, test } from 'vitest';
import { Agreed, MatchesInput } from '#shared/domain/agreement';
import { keepCodebookVersion } from '../../../../electron/services/codebook.ts';
import { computeAgreement } from '../../../../electron/services/agreement/figures.ts';
import { listMatches } from '../../../../electron/services/agreement/list-matches.ts';
import { makeContent } from '../../../../electron/services/annotate-content.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { compareReaders } from '../../../evaluate/measure.ts';
import { f1 } from '../../../evaluate/score.ts';
import { importCollection, isThere, whereIs } from '../../../evaluate/tagged-corpus.ts';
import { noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { readHandTags, type HandTagCollection } from '../../../helpers/hand-tags.ts';

const hasSeeds = isThere('seeds');
if (!hasSeeds)
  console.warn(`The seed pages are not at ${whereIs('seeds')} (set GALLEY_SEEDS): their readers are not compared.`);

/** Lays the names of a collection as a person's own layer; `articles`: by the hash of their text. */
function layNames(made: TestCorpus, name: string, collection: HandTagCollection, articles: Map<string, string>): void {
  const annotator = made.person(name);
  writeStep(made.corpus, annotator, 'tag', (step) => {
    const codebook_version = keepCodebookVersion(step);
    for (const { textSha256, tags } of readHandTags(collection))
      for (const { start, end, label, kind } of tags) {
        if (kind !== 'name') continue;
        const article = articles.get(textSha256)!;
        step.insert('annotation', made.environment.newUid(), {
          ...{ article, annotator, codebook_version, layer: 'own', origin: 'hand', note: '' },
          ...makeContent(step.db, article, { label, spans: [{ start, end }] }),
          ...{ origin_reference: null, revises: null, batch: null },
        });
      }
  });
  for (const article of articles.values()) markArticle(made.corpus, annotator, article, 'done');
}

test.runIf(hasSeeds)(
  'two readers of the seed articles agree on names as another count of them says, line by line',
  async () => {
    const { made, tagged } = await importCollection('seeds');
    try {
      const articles = new Map(tagged.map(({ textSha256, uid }): [string, string] => [textSha256, uid]));
      layNames(made, 'Sara', 'seeds', articles);
      layNames(made, 'Omar', 'seeds-second', articles);
      const { rows } = await computeAgreement(made.corpus.read, Agreed.parse({}), noJob);
      const [together] = rows;
      expect(together).toMatchObject({ label: null, articles: 12, hollow: ['not-blind'] });
      const [score, { exact }] = [compareReaders(), together!.f1];
      expect(exact.value).toBeCloseTo(f1(score), 10);
      expect(exact.n).toBe(score.tagged + score.proposed);
      const { counts } = await listMatches(made.corpus.read, MatchesInput.parse({ label: null }), null, noJob);
      expect(counts.agree).toBe(score.right);
      expect(together!.uAlpha.value).toBeGreaterThan(0.5);
    } finally {
      made.remove();
    }
  },
);
