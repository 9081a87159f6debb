import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Attribute } from '#shared/domain/attribute';
import type { Codebook, Misfit } from '#shared/domain/codebook';
import type { ImportedCodebook } from '#shared/domain/codebook-file';
import { misfitWords, valueWords } from '#shared/messages/en/codebook';
import { cliMessages } from '#shared/messages/en/command-line';
import { print, printJson, printTable } from '../print.ts';
import { UsageError, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & {
  addLabel?: string;
  key?: string;
  excludes?: string;
  import?: string;
  dryRun?: boolean;
  export?: string;
  misfits?: boolean;
};
const acts = ['addLabel', 'import', 'export', 'misfits'] as const;
const { codebook: text } = cliMessages;

export function addCodebook(command: Command): void {
  command
    .option('--add-label <name>', text.addLabel)
    .option('--key <letter>', text.key)
    .option('--excludes <names>', text.excludes)
    .option('--import <file>', text.import)
    .option('--dry-run', text.dryRun)
    .option('--export <file>', text.export)
    .addOption(new Option('--misfits', text.misfits))
    .action(run);
}

async function run(options: Options): Promise<void> {
  if (acts.filter((act) => options[act] !== undefined).length > 1) throw new UsageError(text.oneAtATime);
  if (options.addLabel === undefined && (options.key ?? options.excludes) !== undefined)
    throw new UsageError(text.withAddLabel);
  if (options.addLabel !== undefined) return addLabel(options, options.addLabel);
  if (options.import !== undefined) return importFile(options, options.import);
  if (options.export !== undefined) return exportFile(options, options.export);
  if (options.misfits) return listMisfits(options);
  printCodebook(options, await withCorpus(options, 'read', (client) => client.call('codebook:get', {})));
}

async function addLabel(options: Options, name: string): Promise<void> {
  const { key = null, excludes } = options;
  const codebook = await withCorpus(options, 'write', (client) =>
    client.call('codebook:add-label', { name, key, excludes: parseNames(excludes) }),
  );
  printCodebook(options, codebook);
}

async function importFile(options: Options, file: string): Promise<void> {
  const content = readText(file); // before the corpus is open: it may be its own file
  const report = await withCorpus(options, 'write', (client) =>
    client.call('codebook:import', { text: content, dryRun: options.dryRun ?? false }),
  );
  if (options.json) return printJson(report);
  printReport(report, options.dryRun ?? false);
}

function readText(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    throw new Error(text.unreadable(file, (error as Error).message), { cause: error });
  }
}

async function exportFile(options: Options, file: string): Promise<void> {
  const { text: content } = await withCorpus(options, 'read', (client) => client.call('codebook:export', {}));
  try {
    // only where nothing is: it never opens a corpus
    writeFileSync(resolve(file), content, { flag: 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Error(isThere ? text.exists(file) : text.unwritable(file, (error as Error).message), { cause: error });
  }
  if (options.json) printJson({ file: resolve(file) });
  else print(text.exported(file));
}

async function listMisfits(options: Options): Promise<void> {
  const found = await withCorpus(options, 'read', (client) => client.call('codebook:misfits', { limit: 10_000 }));
  if (options.json) return printJson(found);
  const rows = found.misfits.map(({ annotation, article, label, attribute, value, why }: Misfit) => [
    annotation.slice(0, 18),
    article.slice(0, 8),
    label,
    attribute,
    valueWords(value),
    misfitWords[why],
  ]);
  printTable(['annotation', 'article', 'label', 'attribute', 'value', 'why'], rows);
  print(text.misfitCount(found.total));
}

function printReport({ added, changed, same, left, onlyHere }: ImportedCodebook, isDryRun: boolean): void {
  for (const what of added) print(text.added(what));
  for (const { what, fields } of changed) print(text.changed(what, fields));
  for (const { what, why } of left) print(text.left(what, why));
  for (const what of onlyHere) print(text.onlyHere(what));
  print(text.imported({ added: added.length, changed: changed.length, same, isDryRun }));
}

function printCodebook({ json }: Options, codebook: Codebook): void {
  if (json) return printJson(codebook);
  const labels = codebook.labels.map(({ name, key, line, excludes, attributes, retired }) => [
    name,
    key,
    line,
    excludes.join(', '),
    attributes.filter((attribute) => !attribute.retired).length,
    retired ? 'retired' : '',
  ]);
  printTable(['label', 'key', 'line', 'excludes', 'attributes', ''], labels);
  const attributes = codebook.labels.flatMap(({ name, attributes: own }) => toRows(`${name}.`, own));
  if (attributes.length > 0) print('');
  if (attributes.length > 0) printTable(['attribute', 'type', 'required', 'options', ''], attributes);
}

const toRows = (within: string, attributes: Attribute[]): string[][] =>
  attributes.flatMap(({ name, type, isList, isRequired, options, fields, retired }) => [
    [
      within + name,
      isList ? `${type}, list` : type,
      isRequired ? 'yes' : '',
      options.map(({ value }) => value).join(', '),
      retired ? 'retired' : '',
    ],
    ...toRows(`${within}${name}.`, fields),
  ]);

const parseNames = (names: string | undefined) =>
  names === 'all'
    ? ('all' as const)
    : (names ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
