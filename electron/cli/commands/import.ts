import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Input } from '#shared/api/contract';
import { FormatName, OffsetUnit } from '#shared/domain/dataset';
import type { Handle } from '#shared/domain/ids';
import { ImportFormat, type ImportReport } from '#shared/domain/import';
import { DifferenceKind } from '#shared/domain/interchange';
import { importCliMessages as words } from '#shared/messages/en/import-cli';
import { interchangeCliMessages } from '#shared/messages/en/interchange-cli';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { printError, printJson } from '../print.ts';
import { getCorpusPath, openOrCreate, runJob, withWorker, type CommonOptions } from '../run.ts';
import { importAnnotations, sortFiles, type AnnotationOptions, type AnnotationReport } from './import-annotations.ts';
import { parseMapping } from './import-mapping.ts';
import { printAnnotations } from './print-annotations.ts';
import { printReport } from './print-import.ts';
import { reportPlan } from './report-plan.ts';

type Options = CommonOptions &
  AnnotationOptions & {
    outlet?: string;
    split: 'auto' | 'never';
    map?: string;
    encoding: string;
    stray?: 'refuse' | 'mark';
    dryRun?: boolean;
  };

/**
 * What became of the articles, and of the annotations of each format; a part of either is missing where there was none. `unread`:
 * files that are annotations by their names, and by nothing in them.
 */
type Report = { articles: ImportReport | null; annotations: AnnotationReport[]; unread: string[] };

/** Endings that no text has. */
const ONLY_ANNOTATIONS = /\.(?:ann|a[12]|conll\w*|iob2?|bio|bioes|xmi|qdpx|qde)$/iu;

const formats = [...new Set<string>([...ImportFormat.options, ...FormatName.options])];

export function addImport(command: Command): void {
  const { options: annotated } = interchangeCliMessages;
  command
    .argument('<path...>')
    .option('--outlet <name>', words.options.outlet)
    .addOption(new Option('--format <format>', words.options.format).choices(formats).default('auto'))
    .addOption(new Option('--split <how>', words.options.split).choices(['auto', 'never']).default('auto'))
    .option('--map <field=column,…>', words.options.map)
    .option('--encoding <name>', words.options.encoding, 'auto')
    .addOption(new Option('--stray <how>', words.options.stray).choices(['refuse', 'mark']))
    .addOption(new Option('--unit <unit>', annotated.unit).choices(['auto', ...OffsetUnit.options]).default('auto'))
    .option('--label <theirs=ours,…>', annotated.label)
    .option('--by <name>', annotated.by)
    .addOption(
      new Option('--take <which>', annotated.take).choices(['kept', 'all', ...DifferenceKind.options]).default('kept'),
    )
    .option('--dry-run', words.options.dryRun)
    .action(async (paths: string[], options: Options) => {
      const { articles, annotations, unread } = await importPaths(paths, options);
      const foreign = unread.map((path) => ({ source: path, message: words.notAnnotations(path) }));
      const errors = [...(articles?.errors ?? []), ...annotations.flatMap(listRefused), ...foreign];
      if (options.json) printJson({ ...(articles ?? NO_ARTICLES), annotations, errors });
      else {
        if (articles) printReport(articles);
        annotations.forEach(printAnnotations);
        for (const { message } of foreign) printError(message);
      }
      if (errors.length > 0 || annotations.some(hasRefused)) process.exitCode = 1;
    });
}

/** The report of an import that brought annotations only. */
const NO_ARTICLES = { articles: [], first: null, imported: 0, there: 0, skipped: [], marked: [], tables: [] };

const hasRefused = (report: AnnotationReport) => ('plan' in report ? report.notes : report.counts).refused > 0;

const listRefused = (report: AnnotationReport): ImportReport['errors'] =>
  'plan' in report
    ? []
    : report.notes
        .filter(({ kind }) => kind === 'refused')
        .map((note) => ({ source: note.file, message: interchangeCliMessages.refused(note) }));

function importPaths(paths: string[], options: Options): Promise<Report> {
  return withWorker(options, async (client) => {
    const path = getCorpusPath(options);
    const files = paths.map((each) => client.grant(resolve(each)));
    const sorted = await sortFiles(client, files, options.format);
    const isUnread = (n: number) => options.format === 'auto' && ONLY_ANNOTATIONS.test(paths[n]!);
    const pages = sorted.articles.filter((file) => !isUnread(files.indexOf(file)));
    const unread = sorted.articles.filter((file) => !pages.includes(file)).map((file) => paths[files.indexOf(file)]!);
    const articles = pages.length > 0 ? await importArticles(client, path, pages, options) : null;
    const annotations = sorted.annotations.length > 0 ? await importAnnotations(client, path, sorted, options) : [];
    return { articles, annotations, unread };
  });
}

function importArticles(client: WorkerClient, path: string, files: Handle[], options: Options): Promise<ImportReport> {
  const { split, encoding, stray, outlet = null } = options;
  const format = ImportFormat.parse(options.format);
  const table = parseMapping(options.map);
  const pages = files.map((handle) => ({ handle }));
  const readOptions = { format, split, encoding, outlet, ...table, ...(stray && { stray }) };
  return importPages(client, path, { pages, options: readOptions }, options.dryRun === true);
}

async function importPages(client: WorkerClient, path: string, input: Input<'import:run'>, isDry: boolean) {
  if (isDry) {
    if (existsSync(path)) await client.call('corpus:open', { handle: client.grant(path), write: false });
    return reportPlan(await runJob(client, 'import:preview', input));
  }
  if (!existsSync(path)) {
    // a corpus is not made for files of which none can be taken
    const plan = await runJob(client, 'import:preview', { ...input, list: false });
    if (plan.pages.length === 0 && plan.tables.every(({ fresh }) => fresh === 0)) return reportPlan(plan);
  }
  await openOrCreate(client, path);
  return runJob(client, 'import:run', input);
}
