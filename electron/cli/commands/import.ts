import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Input } from '#shared/api/contract';
import { listMarked, type ImportPlan, type ImportReport } from '#shared/domain/import';
import { alreadyThere } from '#shared/messages/en/import';
import { cliMessages } from '#shared/messages/en/command-line';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { print, printError, printJson, printTable } from '../print.ts';
import { getCorpusPath, openOrCreate, runJob, withWorker, type CommonOptions } from '../run.ts';

type Options = CommonOptions & {
  outlet?: string;
  format: 'auto' | 'text';
  split: 'auto' | 'never';
  encoding: string;
  stray: 'refuse' | 'mark';
  dryRun?: boolean;
};

export function addImport(command: Command): void {
  command
    .argument('<path...>')
    .option('--outlet <name>', 'the outlet of articles whose text names none')
    .addOption(new Option('--format <format>').choices(['auto', 'text']).default('auto'))
    .addOption(new Option('--split <how>', 'cut pages into articles').choices(['auto', 'never']).default('auto'))
    .option('--encoding <name>', 'how the files are written (else byte order mark, else strict UTF-8)', 'auto')
    .addOption(
      new Option('--stray <how>', 'bytes that the encoding cannot read').choices(['refuse', 'mark']).default('refuse'),
    )
    .option('--dry-run', 'say what would become which article; store nothing')
    .action(async (paths: string[], options: Options) => {
      const report = await withWorker(options, (client) => importPaths(client, paths, options));
      if (options.json) printJson(report);
      else printReport(report);
      if (report.errors.length > 0) process.exitCode = 1;
    });
}

async function importPaths(client: WorkerClient, paths: string[], options: Options): Promise<ImportReport> {
  const { format, split, encoding, stray, outlet = null } = options;
  const path = getCorpusPath(options);
  const pages = paths.map((each) => ({ handle: client.grant(resolve(each)) }));
  const input: Input<'import:run'> = { pages, options: { format, split, encoding, stray, outlet } };
  if (options.dryRun) {
    if (existsSync(path)) await client.call('corpus:open', { handle: client.grant(path), write: false });
    return toReport(await runJob(client, 'import:preview', input));
  }
  if (!existsSync(path)) {
    // a corpus is not made for files of which none can be taken
    const plan = await runJob(client, 'import:preview', input);
    if (plan.pages.length === 0) return toReport(plan);
  }
  await openOrCreate(client, path);
  return runJob(client, 'import:run', input);
}

/** What an import that stores nothing has to report. */
const toReport = ({ pages, errors }: ImportPlan): ImportReport => ({
  articles: pages.flatMap(({ source, articles }) =>
    articles.map(({ uid, title, outlet, date, sha256, status, sameTextAs }) => ({
      uid,
      title,
      outlet,
      date,
      sha256,
      source,
      status: status === 'new' ? ('would-be-imported' as const) : ('already-there' as const),
      sameTextAs,
    })),
  ),
  skipped: pages
    .filter(({ articles }) => articles.every(({ status }) => status === 'already-there'))
    .map(({ source, articles }) => ({ source, reason: alreadyThere(articles.length) })),
  errors: errors.map(({ source, message }) => ({ source, message })),
  marked: listMarked(pages),
});

function printReport({ articles, skipped, errors, marked }: ImportReport): void {
  if (articles.length > 0) {
    const rows = articles.map(({ uid, title, outlet, date, status }) => [
      uid.slice(0, 8),
      title,
      outlet ?? cliMessages.unknownOutlet,
      date,
      status,
    ]);
    printTable(['article', 'title', 'outlet', 'date', 'status'], rows);
  }
  for (const { title, sameTextAs } of articles) {
    if (sameTextAs !== null) print(cliMessages.sameText(title, sameTextAs.slice(0, 8)));
  }
  for (const { source, reason } of skipped) print(`${source}: ${reason}`);
  for (const { source, encoding, strayBytes, replaced } of marked)
    print(cliMessages.marked(source, encoding, strayBytes, replaced));
  for (const { message } of errors) printError(message);
  const count = (status: string) => articles.filter((article) => article.status === status).length;
  const would = count('would-be-imported');
  print(
    would > 0
      ? cliMessages.wouldImport(would)
      : cliMessages.imported(count('imported'), count('already-there'), errors.length),
  );
}
