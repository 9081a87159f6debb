import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Input } from '#shared/api/contract';
import { ImportFormat, type ImportReport } from '#shared/domain/import';
import { importCliMessages as words } from '#shared/messages/en/import-cli';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { printJson } from '../print.ts';
import { getCorpusPath, openOrCreate, runJob, withWorker, type CommonOptions } from '../run.ts';
import { parseMapping } from './import-mapping.ts';
import { printReport } from './print-import.ts';
import { reportPlan } from './report-plan.ts';

type Options = CommonOptions & {
  outlet?: string;
  format: ImportFormat;
  split: 'auto' | 'never';
  map?: string;
  encoding: string;
  stray?: 'refuse' | 'mark';
  dryRun?: boolean;
};

export function addImport(command: Command): void {
  command
    .argument('<path...>')
    .option('--outlet <name>', words.options.outlet)
    .addOption(new Option('--format <format>', words.options.format).choices(ImportFormat.options).default('auto'))
    .addOption(new Option('--split <how>', words.options.split).choices(['auto', 'never']).default('auto'))
    .option('--map <field=column,…>', words.options.map)
    .option('--encoding <name>', words.options.encoding, 'auto')
    .addOption(new Option('--stray <how>', words.options.stray).choices(['refuse', 'mark']))
    .option('--dry-run', words.options.dryRun)
    .action(async (paths: string[], options: Options) => {
      const report = await importPaths(paths, options);
      if (options.json) printJson(report);
      else printReport(report);
      if (report.errors.length > 0) process.exitCode = 1;
    });
}

function importPaths(paths: string[], options: Options): Promise<ImportReport> {
  const { format, split, encoding, stray, outlet = null } = options;
  const table = parseMapping(options.map);
  return withWorker(options, async (client) => {
    const path = getCorpusPath(options);
    const pages = paths.map((each) => ({ handle: client.grant(resolve(each)) }));
    const readOptions = { format, split, encoding, outlet, ...table, ...(stray && { stray }) };
    return importPages(client, path, { pages, options: readOptions }, options.dryRun === true);
  });
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
