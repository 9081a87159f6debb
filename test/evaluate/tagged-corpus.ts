import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Block } from '#shared/domain/block';
import { getArticle } from '../../electron/corpus/repositories/article-repository.ts';
import { getCodebook } from '../../electron/corpus/repositories/codebook-repository.ts';
import { makeContent } from '../../electron/services/annotate-content.ts';
import { keepCodebookVersion } from '../../electron/services/codebook.ts';
import { insertEntity } from '../../electron/services/entities/edit-entity.ts';
import { writeStep } from '../../electron/services/write-step.ts';
import { createTestCorpus, type Files, type TestCorpus } from '../helpers/corpus.ts';
import { readHandTags, type HandTagCollection, type HandTagged } from '../helpers/hand-tags.ts';

export type Collection = HandTagCollection;

/** The hand tags of an article with the article that they are on. `part`: what is left out together. */
export type Tagged = HandTagged & { uid: string; text: string; blocks: Block[]; part: string };

/** Of the seeds a part is a page, which may hold several articles; of FA-KES every fourth article. */
export const toPart = ({ page }: HandTagged, n: number): string => page ?? `${(n % 4) + 1} of 4`;

const beside = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
const seeds = process.env['GALLEY_SEEDS'] ?? beside('seeds/');
const fakes = join(process.env['GALLEY_SAMPLES'] ?? beside('samples/'), 'corpora/FA-KES/fakes.csv');

/** Where the articles of a collection are to be found. */
export const whereIs = (collection: Collection) => (collection === 'fa-kes' ? fakes : seeds);
export const isThere = (collection: Collection) => existsSync(whereIs(collection));

function readFiles(collection: Collection): Files {
  if (collection === 'fa-kes') return { 'fakes.csv': readFileSync(fakes) };
  const names = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(seeds, name))]));
}

/** A corpus of the articles of a collection, untagged, and the hand tags that go onto them. The caller removes it. */
export async function importCollection(collection: Collection): Promise<{ made: TestCorpus; tagged: Tagged[] }> {
  const made = createTestCorpus({ keep: true });
  const { articles } = await made.import(readFiles(collection));
  const bySha = new Map(articles.map(({ uid, sha256 }) => [sha256, uid]));
  const tagged = readHandTags(collection).map((one, n) => {
    const uid = bySha.get(one.textSha256);
    if (uid === undefined) throw new Error(`${one.file}: its article is not in ${whereIs(collection)}`);
    const { text, blocks } = getArticle(made.corpus.read, uid);
    return { ...one, uid, text, blocks, part: toPart(one, n) };
  });
  return { made, tagged };
}

/** Lays the names among hand tags onto their articles, each linked to its entity, as one step of Sara's. */
export function layTags({ corpus, sara }: TestCorpus, tagged: readonly Tagged[]): void {
  writeStep(corpus, sara, 'tag', (step) => {
    const codebook_version = keepCodebookVersion(step);
    const labels = new Map(getCodebook(step.db).labels.map((label) => [label.name, label]));
    const entities = new Map<string, string>();
    for (const { uid: article, tags } of tagged)
      for (const { start, end, label, kind, entity: name } of tags) {
        if (kind !== 'name') continue;
        const key = `${label} ${name}`;
        const entity = entities.get(key) ?? insertEntity(step, corpus.environment.newUid, labels.get(label)!, { name });
        entities.set(key, entity);
        step.insert('annotation', corpus.environment.newUid(), {
          article,
          ...makeContent(step.db, article, { label, spans: [{ start, end }], entity }),
          annotator: sara,
          layer: 'own',
          origin: 'hand',
          origin_reference: null,
          revises: null,
          codebook_version,
          note: '',
          batch: null,
        });
      }
  });
}
