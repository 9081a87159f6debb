import type { Span } from '#shared/domain/span';
import { createOffsetMap } from '#shared/text/offsets';
import type { Chunk, Dataset, DatasetArticle } from '../format.ts';
import { headChains, toChainRows } from '../side-files/chains.ts';
import {
  headRelations,
  keepRelations,
  toRelationRows,
  toTextFile,
  writeArticles,
} from '../side-files/write-side-files.ts';
import { TextBytes } from '../text-bytes.ts';
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
  const rows = new TextBytes();
  yield* writeArticles(dataset.articles(), function* (item) {
    const mentions = listMentions(item, names);
    const written = new Set(mentions.map(({ annotation }) => annotation.uid as string));
    yield toTextFile(item);
    yield* toRelationRows({ ...item, relations: keepRelations(item, (uid) => written.has(uid)) });
    const chains = new Map(mentions.map(({ chain, annotation }) => [chain, annotation]));
    const named = [...chains].flatMap(([chain, { entity, entityUid }]) =>
      entity === null ? [] : [{ chain, entity: entityUid, name: entity }],
    );
    yield toChainRows(item.article.uid, named);
    addSentences(rows, item, mentions);
    yield { file: 'articles.conllu', bytes: rows.take(), isText: true };
  });
}

/** What opens and closes at tokens, by where these begin and end. */
type Part = Span & { opening: string; closing: string };

const EMPTY_COLUMNS = Buffer.from('\t_\t_\t_\t_\t_\t_\t_\t');
const NO_SPACE = Buffer.from('SpaceAfter=No|');
const RANGE = Buffer.from('TokenRange=');

function addSentences(rows: TextBytes, { article }: DatasetArticle, mentions: readonly Mention[]): void {
  const { text, uid } = article;
  const { toCodePoint } = createOffsetMap(text);
  const isNfc = text === text.normalize('NFC'); // then each of its words is
  const addForm = ({ start, end }: Span) =>
    isNfc ? rows.addText(text, start, end) : rows.addText(text.slice(start, end).normalize('NFC'));
  const parts = mentions.flatMap(toBrackets);
  const opensAt = Map.groupBy(parts, ({ start }) => start);
  const closesAt = Map.groupBy(parts, ({ end }) => end);
  rows.addText(`# newdoc id = ${uid}\n# global.Entity = eid-etype-head-other\n`);
  const sentences = tokenise(text, { cuts: parts, whole: parts });
  for (let s = 0; s < sentences.length; s += 1) {
    const tokens = sentences[s]!;
    const touches = (t: number) => t < tokens.length - 1 && tokens[t + 1]!.start === tokens[t]!.end;
    rows.addText(`# sent_id = ${uid}-${s + 1}\n# text = `);
    for (let t = 0; t < tokens.length; t += 1) {
      addForm(tokens[t]!);
      if (t < tokens.length - 1 && !touches(t)) rows.addText(' ');
    }
    rows.addText('\n');
    for (let t = 0; t < tokens.length; t += 1) {
      const { start, end } = tokens[t]!;
      rows.addNumber(t + 1);
      rows.addText('\t');
      addForm(tokens[t]!);
      rows.addBytes(EMPTY_COLUMNS);
      rows.addText(toEntity(start, end, opensAt.get(start), closesAt.get(end)));
      if (touches(t)) rows.addBytes(NO_SPACE);
      rows.addBytes(RANGE);
      rows.addNumber(toCodePoint(start));
      rows.addText(':');
      rows.addNumber(toCodePoint(end));
      rows.addText('\n');
    }
    rows.addText('\n');
  }
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
