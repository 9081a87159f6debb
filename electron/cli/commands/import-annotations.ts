import type { Output } from '#shared/api/contract';
import { FormatName, type OffsetUnit } from '#shared/domain/dataset';
import type { Handle } from '#shared/domain/ids';
import { ImportFormat } from '#shared/domain/import';
import type { DifferenceKind, NameMapping, TakeChoice } from '#shared/domain/interchange';
import { interchangeCliMessages as words } from '#shared/messages/en/interchange-cli';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { openOrCreate, runJob, UsageError } from '../run.ts';

/** How annotations are taken, as the command line says it. */
export type AnnotationOptions = {
  format: ImportFormat | FormatName;
  unit: OffsetUnit | 'auto';
  label?: string;
  by?: string;
  take: 'all' | 'kept' | DifferenceKind;
  dryRun?: boolean;
};

/** What one import of annotations did, or would do. */
export type AnnotationReport = Output<'interchange:import'> | Output<'interchange:plan'>;

/** Files of annotations by their format, and those that are articles. */
export type SortedFiles = { annotations: { format: FormatName; files: Handle[] }[]; articles: Handle[] };

const isFormatName = (format: string): format is FormatName => FormatName.safeParse(format).success;
const isForArticles = (format: string) => ImportFormat.safeParse(format).success;

/** Which files are annotations: those of a format that only annotations have, and those that are found to be some. */
export async function sortFiles(
  client: WorkerClient,
  files: Handle[],
  format: AnnotationOptions['format'],
): Promise<SortedFiles> {
  if (isFormatName(format) && !isForArticles(format)) return { annotations: [{ format, files }], articles: [] };
  if (format !== 'auto' && !isFormatName(format)) return { annotations: [], articles: files };
  const sorted: SortedFiles = { annotations: [], articles: [] };
  const { groups } = await runJob(client, 'interchange:recognise', { files });
  for (const group of groups) {
    const isMeant = format === 'auto' || group.format === format;
    if (group.format !== null && isMeant) sorted.annotations.push({ format: group.format, files: group.files });
    else sorted.articles.push(...group.files);
  }
  return sorted;
}

/** `kept`: what is new or changed; that files do not hold something any more takes nothing away unless that is said. */
const toTaken = (take: AnnotationOptions['take']): TakeChoice =>
  take === 'all' ? take : { kinds: take === 'kept' ? ['new', 'changed'] : [take] };

/** Takes annotations, or says what there is to take. */
export async function importAnnotations(
  client: WorkerClient,
  path: string,
  { annotations }: SortedFiles,
  { unit, label, by, take, dryRun = false }: AnnotationOptions,
): Promise<AnnotationReport[]> {
  const mapping = parseLabels(label);
  // annotations are compared with what is there, so that there has to be something
  if (dryRun) await client.call('corpus:open', { handle: client.grant(path), write: false });
  else await openOrCreate(client, path);
  const reports: AnnotationReport[] = [];
  for (const { format, files } of annotations) {
    const asked = { format, files, unit, mapping, annotator: by ?? null };
    reports.push(
      dryRun
        ? await runJob(client, 'interchange:plan', asked)
        : await runJob(client, 'interchange:import', { ...asked, take: toTaken(take) }),
    );
  }
  return reports;
}

/** `PER=actor,MISC=`: what labels of the files are here; nothing for one that is left out. Throws UsageError. */
export function parseLabels(written: string | undefined): NameMapping[] {
  if (written === undefined) return [];
  return written.split(',').map((part) => {
    const at = part.lastIndexOf('=');
    if (at < 1) throw new UsageError(words.badLabel(part));
    const [theirs, ours] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    return { sort: 'label', theirs, ours: ours === '' ? null : ours };
  });
}
