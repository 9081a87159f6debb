import { chainWords, columnMessages } from '#shared/messages/en/formats/tokens';
import { emptyDocument, type FileSet, type Found, type FoundAnnotation, type FoundDocument } from '../found.ts';
import { readChains } from '../side-files/chains.ts';
import { readSideFiles, type SideFiles } from '../side-files/read-side-files.ts';
import { folderOf } from '../side-files/read-table.ts';
import { linkChains } from '../tokens/link-chains.ts';
import { layOut, Offsets, type PlacedTokens } from '../tokens/read-offsets.ts';
import { RowCutter, type CutRow } from '../tokens/row-cutter.ts';
import { toAnnotations } from '../tokens/token-tags.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { ChainBrackets, NameBrackets } from './brackets.ts';

const HEADS_TRIED = 20;
const begins = /^#begin document \(?([^\n]*?)\)?;?(?: part (\d+))?\s*$/u;
const isIt = (files: FileSet, name: string) => /^\s*#begin document /u.test(files.head(name));
const listCandidates = ({ names }: FileSet) => names.filter((name) => !/\.csv$|(?:^|\/)texts\//u.test(name));

/** By how a document begins. */
export const isConll2012 = (files: FileSet) =>
  listCandidates(files)
    .slice(0, HEADS_TRIED)
    .some((name) => isIt(files, name));

/** One document for each `#begin document`. One with a line that does not fit is refused. */
export function* readConll2012(files: FileSet): Generator<Found> {
  const side = readSideFiles(files);
  const chains = readChains(files);
  const all = listCandidates(files);
  const likely = all.filter((name) => isIt(files, name));
  for (const file of likely.length > 0 ? likely : all)
    try {
      yield* readFile(files, file, side, chains);
    } catch (error) {
      yield refuseFile(file, error);
    }
}

function* readFile(
  files: FileSet,
  file: string,
  side: SideFiles,
  chains: ReturnType<typeof readChains>,
): Generator<Found> {
  const folder = folderOf(file);
  const known = new Set(side.documents(folder));
  const offsets = new Offsets(files, folder);
  try {
    for (const part of readParts(files.lines(file))) {
      if ('reason' in part) {
        yield { refused: { file, ...part } };
        continue;
      }
      const document = emptyDocument(part.name, file);
      const placed = known.has(part.id) ? offsets.place(part.id, part.forms) : undefined;
      fillDocument(document, part, placed ?? layOut(listSentences(part)), (chain) => chains(folder, part.id, chain));
      if (placed) side.describe(document, part.id, folder);
      else if (known.has(part.id)) leave(document, columnMessages.otherTokens, part.line, 1);
      yield { document };
    }
  } finally {
    offsets.close();
  }
}

type Part = {
  id: string;
  name: string;
  line: number;
  forms: string[];
  /** The first token of each sentence. */
  sentences: number[];
  /** The line of each token. */
  lines: number[];
  names: NameBrackets;
  chains: ChainBrackets;
  others: number;
  /** Columns behind a word that say nothing, as they were last read. */
  idle: readonly string[] | null;
};
type Wrong = { line: number; reason: string };

function* readParts(lines: Iterable<string>): Generator<Part | Wrong> {
  let part: Part | undefined;
  let wrong: Wrong | undefined;
  let width = 0;
  let isNew = true;
  let line = 0;
  const cutter = new RowCutter(FORM);
  const close = (): Part | Wrong | undefined => {
    const closed =
      part && (wrong ?? (part.names.isClosed && part.chains.isClosed ? part : { line, reason: columnMessages.open }));
    [part, wrong] = [undefined, undefined];
    return closed;
  };
  for (const written of lines) {
    line += 1;
    const isMark = written.charCodeAt(0) === NUMBER_SIGN;
    const start = isMark ? begins.exec(written) : null;
    if (start || (isMark && written.startsWith('#end document'))) {
      const closed = close();
      if (closed) yield closed;
      if (start) part = toPart(start[1]!, start[2], line);
      isNew = true;
    } else if (isEmpty(written)) isNew = true;
    else if (!part) {
      yield { line, reason: columnMessages.noDocument };
      return;
    } else if (!wrong) {
      const row = cutter.cut(written);
      if (isNew) {
        [width, isNew] = [endsOpen(written) ? row.width + 1 : row.width, false];
        part.sentences.push(part.forms.length);
      }
      const isWhole = row.width === width || (row.width === width - 1 && endsOpen(written));
      const reason = isWhole ? addToken(part, row, line) : columnMessages.count(row.width, width);
      if (reason !== undefined) wrong = { line, reason };
    }
  }
  const closed = close();
  if (closed) yield closed;
}

const [NUMBER_SIGN, BLANK, TAB] = [0x23, 0x20, 0x09];
/** Most lines say by their first sign that they are not. */
const isEmpty = (line: string) =>
  line === '' || ((line.charCodeAt(0) <= BLANK || line.charCodeAt(0) > 0x7f) && line.trim() === '');

/** Whether nothing stands in the last column, as some tools write what is no mention. */
const endsOpen = (line: string) => line.charCodeAt(line.length - 1) === TAB;

const toPart = (id: string, part: string | undefined, line: number): Part => ({
  id,
  name: part === undefined || Number(part) === 0 ? id : `${id} ${part}`,
  line,
  forms: [],
  sentences: [],
  lines: [],
  names: new NameBrackets(),
  chains: new ChainBrackets(),
  others: 0,
  idle: null,
});

const listSentences = ({ forms, sentences }: Part) =>
  sentences.map((first, n) => forms.slice(first, sentences[n + 1] ?? forms.length));

/** Columns, from 0. That of chains is the last; files of mentions alone have no other behind the words. */
const [FORM, SPEECH, NAMES] = [3, 4, 10];
const [LEAST, USUAL] = [FORM + 2, NAMES + 2];

/** What is wrong with a line, if anything. */
function addToken(part: Part, row: CutRow, line: number): string | undefined {
  if (row.width < LEAST) return columnMessages.count(row.width, USUAL);
  const token = part.forms.length;
  part.forms.push(row.form);
  part.lines.push(line);
  if (row.behind === part.idle) return undefined;
  const cellAt = (column: number) => row.behind[column - FORM - 1]!;
  const last = row.width - 1;
  const saysSpeech = last > SPEECH && !['XX', '-', '*', '_'].includes(cellAt(SPEECH));
  if (saysSpeech) part.others += 1;
  const names = last < NAMES ? '*' : cellAt(NAMES);
  const chains = last === NAMES ? '-' : cellAt(last);
  if (!saysSpeech && names === '*' && chains === '-') part.idle = row.behind;
  if (!part.names.read(names, token)) return columnMessages.closes(names);
  return part.chains.read(chains, token) ? undefined : columnMessages.closes(chains);
}

/** A mention that stands where a name does is that name. */
function fillDocument(
  document: FoundDocument,
  { names, chains, lines, line, others }: Part,
  tokens: PlacedTokens,
  entityOf: (chain: string) => FoundAnnotation['entity'] | undefined,
): void {
  const tags = names.tags.toSorted((a, b) => a.first - b.first || b.last - a.last);
  const keyOf = ({ first, last }: { first: number; last: number }) => `${first}-${last}`;
  const named = new Set(tags.map(keyOf));
  const more = chains.mentions.filter((mention) => !named.has(keyOf(mention)));
  const all = [...tags, ...more.map((mention) => ({ ...mention, label: chainWords.label }))];
  document.annotations = toAnnotations(all, tokens, (first) => columnMessages.line(lines[first]!));
  const byPlace = new Map(all.map((tag, n) => [keyOf(tag), document.annotations[n]!]));
  const mentions = chains.mentions.toSorted((a, b) => a.first - b.first || a.last - b.last);
  const byChain = Map.groupBy(mentions, ({ label }) => label);
  linkChains(
    document,
    new Map(Array.from(byChain, ([chain, own]) => [chain, own.map((mention) => byPlace.get(keyOf(mention))!)])),
    entityOf,
  );
  leave(document, columnMessages.otherColumns, line, others);
  document.text = tokens.text;
  document.unit = 'utf16';
}

function leave(document: FoundDocument, what: string, line: number, count: number): void {
  if (count > 0) document.left.push({ what, place: columnMessages.line(line), quote: '', count });
}
