import { dirname, parse } from 'node:path';
import { ExpectedError } from '#shared/errors';
import type { FormatName } from '#shared/domain/dataset';
import type { FileSet, FormatReader } from '../../formats/found.ts';
import type { Format } from '../../formats/format.ts';
import { formats, getFormat } from '../../formats/formats.ts';
import type { Job } from '../job.ts';
import { openFiles, type GivenFile, type OpenFiles } from './files/open-files.ts';

/** A format that can be read. */
export type ReadableFormat = Format & { reader: FormatReader };

/** Files that are read together, by their places among those that were given; `format`: null where they are perhaps articles. */
export type RecognisedGroup = { format: FormatName | null; files: number[] };

/**
 * Which of the files that were given are annotations, and of what format: each by itself, with what lies beside it and belongs to it;
 * then those that are left together. Errors: those of archives, cancelled.
 */
export async function recogniseFiles(
  given: readonly GivenFile[],
  corpus: string | null,
  job: Job,
): Promise<RecognisedGroup[]> {
  const groups = new Map<FormatName, number[]>();
  const put = (format: FormatName, n: number) => groups.set(format, [...(groups.get(format) ?? []), n]);
  const left: number[] = [];
  for (const [n, file] of given.entries()) {
    const format = await recogniseTogether([file], corpus, job);
    if (format === null) left.push(n);
    else put(format, n);
  }
  const known = [...groups];
  const alone: number[] = [];
  for (const n of left) {
    const beside = known.find(([, files]) => files.some((other) => belongsTo(given[n]!, given[other]!)));
    if (beside) put(beside[0], n);
    else alone.push(n);
  }
  // annotations may lie beside their texts, under the same names
  const pairs = alone.filter((n) => alone.some((other) => other !== n && isBeside(given[n]!, given[other]!)));
  const together =
    pairs.length === 0
      ? null
      : await recogniseTogether(
          pairs.map((n) => given[n]!),
          corpus,
          job,
        );
  if (together !== null) for (const n of pairs) put(together, n);
  const rest = together === null ? alone : alone.filter((n) => !pairs.includes(n));
  const recognised = [...groups].map(([format, files]) => ({ format, files: files.sort((x, y) => x - y) }));
  return [...recognised, ...(rest.length > 0 ? [{ format: null, files: rest }] : [])];
}

/** By what people call them: what a page sent lies under names of the door's own. */
const isBeside = ({ path, name }: GivenFile, other: GivenFile) =>
  dirname(path) === dirname(other.path) && parse(name).name === parse(other.name).name;

/** What lies beside files of annotations and says more of them; any other table or list may be one of articles. */
const BESIDE =
  /^(?:(?:articles|annotations|chains|entities|features|offsets|relations)\.[ct]sv|(?:codebook|collection|dataset_infos?)\.json|(?:entities|event-cards)\.jsonl|.+\.(?:conf|md|xml|ya?ml))$/iu;

/** Such a file in the folder of one that was recognised, or one of the same name but for its ending. */
function belongsTo(file: GivenFile, other: GivenFile): boolean {
  if (dirname(file.path) !== dirname(other.path)) return false;
  return isBeside(file, other) || BESIDE.test(file.name);
}

async function recogniseTogether(
  given: readonly GivenFile[],
  corpus: string | null,
  job: Job,
): Promise<FormatName | null> {
  try {
    const files = await openFiles(given, job, corpus);
    try {
      return findFormat(files)?.name ?? null;
    } finally {
      files.close();
    }
  } catch (error) {
    // who imports it as an article is told what is wrong with it, and the others come in
    if (error instanceof ExpectedError && (error.code === 'file-missing' || error.code === 'file-unreadable'))
      return null;
    throw error;
  }
}

const isReadable = (format: Format): format is ReadableFormat => format.reader !== undefined;

const findFormat = (files: FileSet): ReadableFormat | undefined =>
  formats.filter(isReadable).find(({ reader }) => reader.recognises(files));

/** The format that was named, else the one that the files look like. Errors: files-of-no-format, format-unknown. */
export function chooseFormat(files: OpenFiles, name: FormatName | 'auto'): ReadableFormat {
  if (name !== 'auto') {
    const format = getFormat(name);
    if (isReadable(format)) return format;
    const known = formats.filter(isReadable).map((each) => each.name);
    throw new ExpectedError('format-unknown', { format: name, known: known.join(', ') });
  }
  const format = findFormat(files);
  if (format) return format;
  const [first] = files.names;
  throw new ExpectedError('files-of-no-format', { file: first === undefined ? '' : files.fileOf(first).name });
}
