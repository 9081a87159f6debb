import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import { FEATURES } from '../side-files/columns.ts';
import { toTable, toTextFile, writeArticles } from '../side-files/write-side-files.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { toTextLines } from './escape.ts';
import { nameFeatures, RELATION_FEATURES, RELATION_LAYER, TAG_FEATURES, TAG_LAYER } from './feature-names.ts';
import { listParts, OpenParts, toTagColumns } from './parts.ts';
import { toRelationColumns } from './relation-columns.ts';
import { TextBytes } from '../text-bytes.ts';

/** One file an article, with the text itself beside it. Unit: UTF-16 code units, half-open. */
export function* writeWebannoTsv(dataset: Dataset): Generator<Chunk> {
  const features = nameFeatures(dataset.codebook);
  const head = [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${[TAG_LAYER, ...TAG_FEATURES, ...features.values()].join('|')}`,
    `#T_RL=${[RELATION_LAYER, ...RELATION_FEATURES, `BT_${TAG_LAYER}`].join('|')}`,
    '\n\n',
  ].join('\n');
  const attributes = [...features.keys()];
  const file = new TextBytes();
  yield* writeArticles(dataset.articles(), (item) => {
    file.addText(head);
    addSentences(file, item, attributes);
    return [{ file: `${item.article.uid}.tsv`, bytes: file.take(), isText: true }, toTextFile(item)];
  });
  yield toTable('features.csv', [FEATURES, ...Array.from(features, ([name, feature]) => [feature, name])]);
}

function addSentences(file: TextBytes, item: DatasetArticle, attributes: readonly string[]): void {
  const { text } = item.article;
  const parts = listParts(item, attributes);
  const sentences = tokenise(text, { cuts: parts, whole: [] });
  const relations = toRelationColumns(item, sentences, parts);
  const noTags = '_\t'.repeat(TAG_FEATURES.length + attributes.length);
  const noRelations = '_\t'.repeat(RELATION_FEATURES.length + 1);
  const nothing = Buffer.from(`\t${noTags}${noRelations}\n`);
  const within = new OpenParts(parts);
  let tags = '';
  for (const [s, tokens] of sentences.entries()) {
    if (s > 0) file.addText('\n');
    file.addText(toTextLines(text.slice(tokens[0]!.start, tokens.at(-1)!.end)));
    for (const [t, token] of tokens.entries()) {
      const isChanged = within.moveTo(token);
      file.addNumber(s + 1);
      file.addText('-');
      file.addNumber(t + 1);
      file.addText('\t');
      file.addNumber(token.start);
      file.addText('-');
      file.addNumber(token.end);
      file.addText('\t');
      file.addText(text, token.start, token.end);
      if (within.open.length === 0) file.addBytes(nothing);
      else {
        if (isChanged) tags = toTagColumns(within.open);
        file.addText(`\t${tags}${relations.get(`${s + 1}-${t + 1}`) ?? noRelations}\n`);
      }
    }
  }
}
