import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  CheckedBy,
  FormatName,
  LinkChoice,
  OffsetUnit,
  PartName,
  type DatasetSplit,
  type FormatOptions,
} from '#shared/domain/dataset';
import { cliMessages } from '#shared/messages/en/command-line';
import { addAnnotationFilters, toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions &
  FilterOptions & {
    format: FormatName;
    out: string;
    links: LinkChoice;
    checked: CheckedBy;
    checkedOnly?: boolean;
    unit?: OffsetUnit;
    scheme: FormatOptions['scheme'];
    container: FormatOptions['container'];
    bom?: boolean;
    folds?: DatasetSplit['shares'];
    seed: number;
    text: 'whole' | 'hash';
    names: 'names' | 'initials' | 'numbers';
  };

const { options: words } = cliMessages;

export function addExport(command: Command): void {
  addAnnotationFilters(command)
    .addOption(new Option('--format <name>', words.datasetFormat).choices(FormatName.options).makeOptionMandatory())
    .requiredOption('--out <folder>', words.out)
    .addOption(new Option('--links <which>', words.links).choices(LinkChoice.options).default('all'))
    .addOption(new Option('--checked <by>', words.checkedBy).choices(CheckedBy.options).default('one'))
    .option('--checked-only', words.checkedOnly)
    .addOption(new Option('--unit <unit>', words.unit).choices(OffsetUnit.options))
    .addOption(new Option('--scheme <scheme>', words.scheme).choices(['iob1', 'iob2']).default('iob2'))
    .addOption(new Option('--container <files>', words.container).choices(['jsonl', 'parquet']).default('jsonl'))
    .option('--bom', words.bom)
    .option('--folds <shares>', words.folds, parseShares)
    .option('--seed <n>', words.seed, parseSeed, 1)
    .addOption(new Option('--text <which>', words.datasetText).choices(['whole', 'hash']).default('whole'))
    .addOption(new Option('--names <which>', words.names).choices(['names', 'initials', 'numbers']).default('names'))
    .action(exportFrom);
}

async function exportFrom(options: Options): Promise<void> {
  const {
    format,
    out,
    links,
    checked,
    checkedOnly = false,
    unit,
    scheme,
    container,
    bom,
    folds,
    seed,
    text,
    names,
  } = options;
  const report = await withCorpus(options, 'read', (client) =>
    runJob(client, 'dataset:export', {
      format,
      filter: toFilter(options),
      links,
      checkedBy: checked,
      checkedOnly,
      options: { scheme, container, ...(unit && { unit }), ...(bom && { bom }) },
      split: folds ? { shares: folds, seed } : null,
      text,
      names,
      folder: client.grant(resolve(out)),
    }),
  );
  if (options.json) return printJson(report);
  for (const { count, what, kept } of report.lost) print(cliMessages.lost(count, what, kept));
  print(cliMessages.exported(report.articles, report.annotations, out));
}

/** `train=.8,dev=.1,test=.1`; a part that is not named has none. */
function parseShares(written: string): DatasetSplit['shares'] {
  const shares = { train: 0, dev: 0, test: 0 };
  for (const each of written.split(',')) {
    const [part, share] = each.split('=');
    const name = PartName.safeParse(part?.trim());
    if (!name.success || !/^\s*(\d+\.?\d*|\.\d+)\s*$/u.test(share ?? ''))
      throw new InvalidArgumentError(words.badFolds);
    shares[name.data] = Number(share);
  }
  const sum = shares.train + shares.dev + shares.test;
  if (Math.abs(sum - 1) > 1e-6) throw new InvalidArgumentError(words.badFolds);
  return shares;
}

function parseSeed(written: string): number {
  if (!/^\d{1,9}$/u.test(written)) throw new InvalidArgumentError(words.badSeed);
  return Number(written);
}
