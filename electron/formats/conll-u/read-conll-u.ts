import { conllUMessages } from '#shared/messages/en/formats/conll-u';
import { chainWords, columnMessages } from '#shared/messages/en/formats/tokens';
import { emptyDocument, type FileSet, type Found, type FoundAnnotation, type FoundDocument } from '../found.ts';
import { readChains } from '../side-files/chains.ts';
import { readSideFiles, type SideFiles } from '../side-files/read-side-files.ts';
import { folderOf } from '../side-files/read-table.ts';
import { linkChains } from '../tokens/link-chains.ts';
import type { PlacedTokens } from '../tokens/read-offsets.ts';
import { isTag, parseTags, toAnnotations } from '../tokens/token-tags.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { EntityBrackets, type FoundMention } from './entity-brackets.ts';
import { findMisc, parseSections, type Section, type Word, type Wrong } from './parse-sentences.ts';
import { layOut, placeOn } from './place-words.ts';

const HEADS_TRIED = 20;
const isRow = /^\d+(?:[-.]\d+)?\t[^\t\n]*(?:\t[^\t\n]+){8}$/u;
/** Some call numbered words and their tags so, three columns of them. */
const isTagged = /^\d+\t[^\t]+(?:\t[^\t]+){0,6}\t(?:O|[BIESLU]-\S+)$/u;
const listCandidates = ({ names }: FileSet) => names.filter((name) => !/\.csv$|(?:^|\/)texts\//u.test(name));

/** By its first line that is no comment. */
function isIt(files: FileSet, name: string): boolean {
  const first = /^[^#\s].*$/mu.exec(files.head(name))?.[0].trimEnd() ?? '';
  return isRow.test(first) || (name.endsWith('.conllu') && !isTagged.test(first));
}

/** By the name, or rows of ten columns that begin with a number. */
export const isConllU = (files: FileSet) =>
  listCandidates(files)
    .slice(0, HEADS_TRIED)
    .some((name) => isIt(files, name));

/** One document for each `# newdoc`, or a file without one. One whose words are not its text is refused. */
export function* readConllU(files: FileSet): Generator<Found> {
  const side = readSideFiles(files);
  const chains = readChains(files);
  const names = new Set(files.names);
  const all = listCandidates(files);
  const likely = all.filter((name) => isIt(files, name));
  for (const file of likely.length > 0 ? likely : all)
    try {
      yield* readFile(files, file, names, { side, chains });
    } catch (error) {
      yield refuseFile(file, error);
    }
}

type Beside = { side: SideFiles; chains: ReturnType<typeof readChains> };

function* readFile(
  files: FileSet,
  file: string,
  names: ReadonlySet<string>,
  { side, chains }: Beside,
): Generator<Found> {
  const folder = folderOf(file);
  const known = new Set(side.documents(folder));
  let n = 0;
  for (const section of parseSections(files.lines(file))) {
    n += 1;
    if ('reason' in section) {
      yield { refused: { file, ...section } };
      continue;
    }
    const id = section.id ?? '';
    const document = emptyDocument(section.id ?? `${file.slice(folder.length)} ${n}`, file);
    const beside = `${folder}texts/${id}.txt`;
    const placed = names.has(beside) ? placeOn(files.text(beside), section) : undefined;
    const wrong = fillDocument(document, section, placed ?? layOut(section), (chain) => chains(folder, id, chain));
    if (wrong) {
      yield { refused: { file, ...wrong } };
      continue;
    }
    if (placed) side.describe(document, id, folder);
    else if (known.has(id)) leave(document, columnMessages.otherTokens, section.line, 1);
    yield { document };
  }
}

function fillDocument(
  document: FoundDocument,
  section: Section,
  tokens: PlacedTokens,
  entityOf: (chain: string) => FoundAnnotation['entity'] | undefined,
): Wrong | undefined {
  const { sentences, line } = section;
  const words = sentences.flatMap((sentence) => sentence.words);
  const brackets = readMentions(section, words);
  if ('reason' in brackets) return brackets;
  const { mentions, unseen } = brackets;
  const fromMentions = mentions.map((mention, n) => toAnnotation(mention, n, tokens, words));
  const tagged = readTags(section, tokens, words, fromMentions.length);
  document.annotations = [...fromMentions, ...tagged.annotations];
  const byChain = Map.groupBy(fromMentions, (_, n) => mentions[n]!.chain);
  linkChains(document, byChain, entityOf);
  const count = (of: 'described' | 'emptyNodes') => sentences.reduce((sum, sentence) => sum + sentence[of], 0);
  leave(document, conllUMessages.described, line, count('described'));
  leave(document, conllUMessages.emptyNodes, line, count('emptyNodes'));
  leave(document, conllUMessages.unseen, line, unseen);
  leave(document, conllUMessages.otherTags, line, tagged.others);
  leave(document, conllUMessages.links, line, words.filter(hasLinks).length);
  document.text = tokens.text;
  document.unit = 'utf16';
  return undefined;
}

const hasLinks = ({ misc, before, after }: Word) =>
  [...misc, ...before, ...after].some((column) => /(?:^|\|)(?:Bridge|SplitAnte)=/u.test(column));

const ENTITY = 'Entity=';

function readMentions({ fields }: Section, words: readonly Word[]): EntityBrackets | Wrong {
  const brackets = new EntityBrackets(fields);
  for (const [n, { misc, before, after, line }] of words.entries()) {
    if (before.length === 0 && after.length === 0 && !misc.some((column) => column.includes(ENTITY))) continue;
    const read = (columns: readonly string[], take: (value: string) => boolean) =>
      columns.map((column) => findMisc(column, ENTITY)).find((value) => value !== undefined && !take(value));
    const wrong =
      read(before, (value) => brackets.readUnseen(value, n)) ??
      read(misc, (value) => brackets.read(value, n)) ??
      read(after, (value) => brackets.readUnseen(value, n + 1));
    if (wrong !== undefined) return { line, reason: columnMessages.closes(wrong) };
  }
  if (!brackets.isClosed) return { line: words.at(-1)!.line, reason: columnMessages.open };
  return brackets;
}

const hex = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/u;

function toAnnotation(
  { label, other, parts }: FoundMention,
  n: number,
  { text, places }: PlacedTokens,
  words: readonly Word[],
): FoundAnnotation {
  const uid = hex.test(other) ? other.replace(hex, '$1-$2-$3-$4-$5') : null;
  return {
    id: uid ?? String(n),
    uid,
    label: label === '' ? chainWords.label : label,
    spans: parts.map(({ first, last }) => {
      const [start, end] = [places[first]!.start, places[last]!.end];
      return { start, end, quote: text.slice(start, end) };
    }),
    entity: null,
    attributes: {},
    annotator: null,
    state: null,
    note: '',
    place: columnMessages.line(words[parts[0]!.first]!.line),
  };
}

/** What tools say of names, key by key. */
const taggedWith = /(?:^|\|)n(?:er?|ame(?:d_?entity)?)=([^|]*)/iu;

/** What says that there is none, or only that a word is part of a name. */
const NO_TAGS = new Set(['', '_', '-', 'Yes', 'No']);

function readTags(
  { sentences }: Section,
  tokens: PlacedTokens,
  words: readonly Word[],
  from: number,
): { annotations: FoundAnnotation[]; others: number } {
  let first = 0;
  let others = 0;
  const tags = sentences.flatMap((sentence) => {
    const written = sentence.words.map(({ misc }) => {
      const tag = misc.map((column) => taggedWith.exec(column)?.[1]).find((each) => each !== undefined);
      if (tag === undefined || isTag(tag)) return tag ?? 'O';
      if (!NO_TAGS.has(tag)) others += 1;
      return 'O';
    });
    first += sentence.words.length;
    return parseTags(written, first - sentence.words.length);
  });
  const annotations = toAnnotations(tags, tokens, (at) => columnMessages.line(words[at]!.line));
  return { annotations: annotations.map((each, n) => ({ ...each, id: each.uid ?? String(from + n) })), others };
}

function leave(document: FoundDocument, what: string, line: number, count: number): void {
  if (count > 0) document.left.push({ what, place: columnMessages.line(line), quote: '', count });
}
