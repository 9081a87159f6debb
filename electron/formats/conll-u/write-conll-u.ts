import type { Span } from '#shared/domain/span';
import { createOffsetMap } from '#shared/text/offsets';
import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import { headChains, toChainRow } from '../side-files/chains.ts';
import {
  headRelations,
  keepRelations,
  toRelationRows,
  toTextFile,
  writeArticles,
} from '../side-files/write-side-files.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { ChainNames, listMentions, type Mention } from './mentions.ts';

/** A label as a field of `Entity=` can have it: letters, digits and `_`. */
export const toTypeName = (label: string) =>
  label.replace(/[^\p{L}\p{M}\p{N}_]+/gu, '_').replace(/^_+|_+$/gu, '') || '_';

/** One file of sentences in NFC, as CoNLL-U demands; entities stand in MISC as CorefUD has them, tokens say where they stand. */
export function* writeConllU(dataset: Dataset): Generator<Chunk> {
  yield { file: 'articles.conllu', text: '' };
  yield headRelations();
  yield headChains();
  const names = new ChainNames();
  yield* writeArticles(dataset.articles(), function* (item) {
    const mentions = listMentions(item, names);
    const written = new Set(mentions.map(({ annotation }) => annotation.uid as string));
    yield toTextFile(item);
    yield* toRelationRows({ ...item, relations: keepRelations(item, (uid) => written.has(uid)) });
    const chains = new Map(mentions.map(({ chain, annotation }) => [chain, annotation]));
    for (const [chain, { entity, entityUid }] of chains)
      if (entity !== null) yield toChainRow(item.article.uid, chain, entityUid, entity);
    yield { file: 'articles.conllu', text: toSentences(item, mentions) };
  });
}

/** What opens and closes at tokens, by where these begin and end. */
type Part = Span & { opening: string; closing: string };

function toSentences({ article }: DatasetArticle, mentions: readonly Mention[]): string {
  const { text, uid } = article;
  const { toCodePoint } = createOffsetMap(text);
  const isNfc = text === text.normalize('NFC'); // then each of its words is
  const parts = mentions.flatMap(toBrackets);
  const opensAt = Map.groupBy(parts, ({ start }) => start);
  const closesAt = Map.groupBy(parts, ({ end }) => end);
  const lines = [`# newdoc id = ${uid}\n# global.Entity = eid-etype-head-other\n`];
  const sentences = tokenise(text, { cuts: parts, whole: parts });
  for (let s = 0; s < sentences.length; s += 1) {
    const tokens = sentences[s]!;
    const rows: string[] = [];
    let said = '';
    for (let t = 0; t < tokens.length; t += 1) {
      const { start, end } = tokens[t]!;
      const word = text.slice(start, end);
      const form = isNfc ? word : word.normalize('NFC');
      const isLast = t === tokens.length - 1;
      const touches = !isLast && tokens[t + 1]!.start === end;
      const brackets = toEntity(start, end, opensAt.get(start), closesAt.get(end));
      const misc = `${brackets}${touches ? 'SpaceAfter=No|' : ''}TokenRange=${toCodePoint(start)}:${toCodePoint(end)}`;
      said += touches || isLast ? form : `${form} `;
      rows.push(`${t + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}\n`);
    }
    lines.push(`# sent_id = ${uid}-${s + 1}\n# text = ${said}\n`, ...rows, '\n');
  }
  return lines.join('');
}

function toBrackets({ annotation, parts, chain }: Mention): Part[] {
  const fields = `${toTypeName(annotation.label)}-1-${annotation.uid.replaceAll('-', '')}`;
  return parts.map(({ start, end }, n) => {
    const name = parts.length === 1 ? chain : `${chain}[${n + 1}/${parts.length}]`;
    return { start, end, opening: `(${name}-${fields}`, closing: `${name})` };
  });
}

/** What ends here and began before, the inner first; then what begins here, the outer first; empty where nothing does. */
function toEntity(
  start: number,
  end: number,
  opening: readonly Part[] | undefined,
  closing: readonly Part[] | undefined,
): string {
  if (!opening && !closing) return '';
  const ends = (closing ?? []).filter((part) => part.start < start).sort((a, b) => b.start - a.start);
  const begins = (opening ?? []).toSorted((a, b) => b.end - a.end);
  const brackets = [
    ...ends.map((part) => part.closing),
    ...begins.map((part) => (part.end === end ? `${part.opening})` : part.opening)),
  ];
  return brackets.length === 0 ? '' : `Entity=${brackets.join('')}|`;
}
