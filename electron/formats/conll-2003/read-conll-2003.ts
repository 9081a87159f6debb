import { columnMessages } from '#shared/messages/en/formats/tokens';
import { emptyDocument, type FileSet, type Found, type FoundDocument } from '../found.ts';
import { readSideFiles, type SideFiles } from '../side-files/read-side-files.ts';
import { folderOf } from '../side-files/read-table.ts';
import { layOut, Offsets, type PlacedTokens } from '../tokens/read-offsets.ts';
import type { CutRow } from '../tokens/row-cutter.ts';
import { parseTags, toAnnotations, type TokenTag } from '../tokens/token-tags.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { createCutter, findLayout, findStarted, isComment, isPlaceholder, isStart, type Layout } from './columns.ts';

/** Files that could be columns: not what lies beside them. */
const listCandidates = ({ names }: FileSet) =>
  names.filter((name) => !/\.(?:csv|md|json|jsonl|xml|xmi|conf|ann)$|(?:^|\/)texts\//u.test(name));
const HEADS_TRIED = 20;

/** By the name, or what the first lines are made of: words and tags in columns. */
export const isConll2003 = (files: FileSet) =>
  listCandidates(files)
    .slice(0, HEADS_TRIED)
    .some((name) => isNamed(name) || looksLike(files, name));
const isNamed = (name: string) => /\.(?:conll(?:up)?|iob2?|bio|bioes)$/iu.test(name);

const findIn = (files: FileSet, name: string) => findLayout(files.head(name).split(/\r?\n/u));
const looksLike = (files: FileSet, name: string) => !('wrongAt' in findIn(files, name));

/**
 * One document for each `-DOCSTART-`, or comment that says that one begins, or a file without any. A document with a line that does not fit the
 * others is refused.
 */
export function* readConll2003(files: FileSet): Generator<Found> {
  const side = readSideFiles(files);
  const all = listCandidates(files);
  const likely = all.filter((name) => isNamed(name) || looksLike(files, name));
  for (const name of likely.length > 0 ? likely : all)
    try {
      yield* readFile(files, name, side);
    } catch (error) {
      yield refuseFile(name, error);
    }
}

type Row = { line: number; form: string; tags: string[] };
type Part = { id: string | null; line: number; sentences: Row[][]; others: number; comments: number };

function* readFile(files: FileSet, name: string, side: SideFiles): Generator<Found> {
  const layout = findIn(files, name);
  if ('wrongAt' in layout) {
    yield { refused: { file: name, line: layout.wrongAt, reason: columnMessages.noColumns } };
    return;
  }
  const folder = folderOf(name);
  const known = side.documents(folder);
  const offsets = new Offsets(files, folder);
  let n = 0;
  try {
    for (const part of readParts(files.lines(name), layout)) {
      const uid = known[n];
      n += 1;
      if ('reason' in part) {
        yield { refused: { file: name, ...part } };
        continue;
      }
      const document = emptyDocument(part.id ?? `${name.slice(folder.length)} ${n}`, name);
      const forms = part.sentences.map((sentence) => sentence.map(({ form }) => form));
      const placed = uid === undefined ? undefined : offsets.place(uid, forms.flat());
      fillDocument(document, part, placed ?? layOut(forms));
      if (placed) side.describe(document, uid!, folder);
      else if (uid !== undefined) leave(document, columnMessages.otherTokens, part.line, 1);
      yield { document };
    }
  } finally {
    offsets.close();
  }
}

function* readParts(lines: Iterable<string>, layout: Layout): Generator<Part | { line: number; reason: string }> {
  let part: Part | undefined;
  let wrong: { line: number; reason: string } | undefined;
  let sentence: Row[] = [];
  let line = 0;
  const cut = createCutter(layout);
  let said: Behind = { behind: [], tags: [], why: undefined, hasOthers: false };
  const endSentence = () => {
    if (sentence.length > 0) part!.sentences.push(sentence);
    sentence = [];
  };
  const close = () => {
    endSentence();
    const closed = wrong ?? part;
    [part, wrong] = [undefined, undefined];
    return closed;
  };
  const hasBegun = () => wrong !== undefined || sentence.length > 0 || (part?.sentences.length ?? 0) > 0;
  for (const written of lines) {
    line += 1;
    if (isStart(written)) {
      const closed = close();
      if (closed) yield closed;
      part = createPart(null, line);
    } else if (isComment(written)) {
      const started = findStarted(written);
      const closed = started && hasBegun() ? close() : undefined;
      if (closed) yield closed;
      part ??= createPart(null, line);
      if (started) part.id = started.id;
      part.comments += 1;
    } else if (wrong || line === layout.head) continue;
    else if (written.trim() === '') endSentence();
    else {
      part ??= createPart(null, line);
      const row = cut(written);
      if (row.behind !== said.behind) said = readBehind(row, layout);
      if (said.why) wrong = { line, reason: said.why };
      else sentence.push({ line, form: row.form, tags: said.tags });
      if (said.hasOthers) part.others += 1;
    }
  }
  const closed = close();
  if (closed) yield closed;
}

const createPart = (id: string | null, line: number): Part => ({ id, line, sentences: [], others: 0, comments: 0 });

/** What the columns behind the word say. */
type Behind = { behind: readonly string[]; tags: string[]; why: string | undefined; hasOthers: boolean };

function readBehind({ behind, width }: CutRow, layout: Layout): Behind {
  const cellAt = (at: number) => behind[at - layout.form - 1];
  const tags = layout.tags.map((at) => cellAt(at) ?? '');
  const hasOthers = layout.others.some((at) => !isPlaceholder(cellAt(at)!));
  return { behind, tags, why: layout.check(width, tags), hasOthers };
}

function fillDocument(
  document: FoundDocument,
  { sentences, others, comments, line }: Part,
  tokens: PlacedTokens,
): void {
  const rows = sentences.flat();
  const tags: TokenTag[] = [];
  let from = 0;
  for (const sentence of sentences) {
    for (let column = 0; column < sentence[0]!.tags.length; column += 1) {
      const written = sentence.map((row) => row.tags[column]!);
      tags.push(...parseTags(written, from));
    }
    from += sentence.length;
  }
  leave(document, columnMessages.otherColumns, line, others);
  leave(document, columnMessages.comments, line, comments);
  document.text = tokens.text;
  document.unit = 'utf16';
  document.annotations = toAnnotations(tags, tokens, (first) => columnMessages.line(rows[first]!.line));
}

function leave(document: FoundDocument, what: string, line: number, count: number): void {
  if (count > 0) document.left.push({ what, place: columnMessages.line(line), quote: '', count });
}
