import { z } from 'zod';
import { CodebookFile } from '#shared/domain/codebook-file';
import type { OutsideId } from '#shared/domain/entity';
import { jsonlMessages } from '#shared/messages/en/formats/jsonl';
import type { FileSet, Found, FoundCluster, FoundEntity, FormatReader } from '../found.ts';
import { isStray } from '../json/read-file-values.ts';
import { ArticleRecord, EntityRecord, EventCardRecord } from './records.ts';
import { toDocument } from './to-document.ts';

const endsWith = (files: FileSet, name: string) =>
  files.names.filter((each) => new RegExp(`(^|/)${name}$`, 'u').test(each));
/** However another program has set it: with blanks, its keys in another order. */
const isArticles = (line: string) =>
  line.startsWith('{') && /"galley"\s*:\s*\d+\b/u.test(line) && /"unit"\s*:\s*"codepoint"/u.test(line);

/** Reads what `writeJsonl` writes, also in parts; the files of articles may have other names. */
export const jsonlReader: FormatReader = {
  name: 'jsonl',
  unit: 'codepoint',
  recognises: (files) => listArticleFiles(files).length > 0,
  *read(files) {
    for (const name of endsWith(files, 'codebook\\.json')) yield readCodebook(files, name);
    const refs = new Map<string, OutsideId[]>();
    for (const name of endsWith(files, 'entities\\.jsonl'))
      yield* readLines(files, name, EntityRecord, (record) => {
        if (refs.has(record.id)) return [];
        refs.set(record.id, record.refs);
        return [{ entity: toEntity(record) }];
      });
    for (const name of listArticleFiles(files))
      yield* readLines(files, name, ArticleRecord, (record, line) => [
        { document: toDocument(record, { name, line, refs }) },
      ]);
    for (const name of endsWith(files, 'event-cards\\.jsonl'))
      yield* readLines(files, name, EventCardRecord, (record) => [{ cluster: toCluster(record) }]);
  },
};

const listArticleFiles = (files: FileSet) =>
  files.names.filter((name) => /\.jsonl$/iu.test(name) && isArticles(files.head(name).trimStart().split('\n', 1)[0]!));

function readCodebook(files: FileSet, file: string): Found {
  try {
    return { codebook: CodebookFile.parse(JSON.parse(files.text(file))) };
  } catch (error) {
    const what = error instanceof z.ZodError ? sayShape(error) : jsonlMessages.notJson((error as Error).message);
    return { refused: { file, line: null, reason: jsonlMessages.badCodebook(what) } };
  }
}

/** Each line by itself: one that cannot be read is refused, and the others are read. */
function* readLines<T extends z.ZodType>(
  files: FileSet,
  file: string,
  Line: T,
  toFound: (record: z.infer<T>, line: number) => Found[],
): Generator<Found> {
  let n = 0;
  try {
    for (const line of files.lines(file)) {
      n += 1;
      if (line.trim() === '') continue;
      const read = parseLine(line, Line);
      if ('reason' in read) yield { refused: { file, line: n, reason: read.reason } };
      else yield* toFound(read.record, n);
    }
  } catch (error) {
    if (!isStray(error)) throw error;
    yield { refused: { file, line: error.values.line, reason: error.values.reason } };
  }
}

function parseLine<T extends z.ZodType>(line: string, Line: T): { record: z.infer<T> } | { reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { reason: jsonlMessages.notJson((error as Error).message) };
  }
  const form = (json as { galley?: unknown } | null)?.galley;
  if (typeof form === 'number' && form > 1) return { reason: jsonlMessages.newer(form) };
  const parsed = Line.safeParse(json);
  return parsed.success ? { record: parsed.data } : { reason: sayShape(parsed.error) };
}

function sayShape({ issues }: z.ZodError): string {
  const { path, message } = issues[0]!;
  return jsonlMessages.badShape(path.join('.'), message);
}

const toEntity = ({
  id,
  label,
  kind,
  name,
  description,
  latitude,
  longitude,
  refs,
  aliases,
}: EntityRecord): FoundEntity => ({
  uid: id,
  label,
  kind,
  name,
  description,
  latitude,
  longitude,
  refs,
  aliases: aliases
    .filter(({ form, outlet, never_alone: never }) => form !== name || outlet !== null || never)
    .map(({ form, outlet, never_alone: neverAlone }) => ({ form, outlet, neverAlone })),
});

const toCluster = ({ id, title, date, place, note, members }: EventCardRecord): FoundCluster => ({
  uid: id,
  title,
  date,
  place,
  note,
  members,
});
