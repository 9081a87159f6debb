import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ClaimComparison } from '#shared/domain/claim-comparison';
import type { KeynessRow } from '#shared/domain/keyness';
import { comparisonParts, type WholeComparison } from '#shared/domain/whole-comparison';
import { compareMessages } from '#shared/messages/en/compare';
import { compareCommandWords as words } from '#shared/messages/en/compare-command';
import { reportWords } from '#shared/messages/en/compare-report';
import { printCell } from '#shared/tables/print-cell';
import { isNumeric, type Table } from '#shared/tables/table';
import { toWholeTables } from '#shared/tables/whole';
import { print, printJson, printTable } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';
import { parseOffset } from './annotate.ts';

type Options = CommonOptions & {
  a: string;
  b: string;
  checkedOnly?: boolean;
  report?: string;
  csv?: string;
  pictures?: string;
  rows: number;
};

export function addCompare(command: Command): void {
  command
    .requiredOption('--a <filter>', words.a)
    .requiredOption('--b <filter>', words.b)
    .option('--checked-only', words.checkedOnly)
    .option('--report <file>', words.report)
    .option('--csv <folder>', words.csv)
    .option('--pictures <folder>', words.pictures)
    .option('--rows <n>', words.rows, parseOffset, 20)
    .action(async (options: Options) => {
      const whole = await withCorpus(options, 'read', async (client) => {
        const read = async (text: string) => (await client.call('filters:read', { text })).filter;
        const compared = {
          a: await read(options.a),
          b: await read(options.b),
          checkedOnly: options.checkedOnly === true,
        };
        const made = await runJob(client, 'compare:whole', compared);
        const write = (outputs: 'tables' | 'pictures', folder: string) =>
          runJob(client, 'compare:export', { ...compared, outputs: [outputs], folder: client.grant(resolve(folder)) });
        if (options.csv !== undefined) await write('tables', options.csv);
        if (options.pictures !== undefined) await write('pictures', options.pictures);
        if (options.report !== undefined)
          await runJob(client, 'compare:report', { ...compared, file: client.grant(resolve(options.report)) });
        return made;
      });
      if (options.json) return printJson(toJson(whole));
      printWhole(whole, options.rows);
      for (const path of [options.csv, options.pictures, options.report])
        if (path !== undefined) print(words.written(path));
    });
}

/** As programs take it: the views as they are, the claims by whether they fit. */
function toJson({ compared, counts, naming, claims, words: keyness, sources, silence, time }: WholeComparison) {
  const ofGroup = (group: ClaimComparison['events'][number]['group']) =>
    claims.events.filter((event) => event.group === group);
  return {
    a: { filter: compared.a, ...counts.a },
    b: { filter: compared.b, ...counts.b },
    checkedOnly: compared.checkedOnly,
    onBoth: counts.onBoth,
    naming: naming.entities,
    claims: {
      conflicts: ofGroup('conflict'),
      agreed: ofGroup('agreed'),
      onlyA: ofGroup('onlyA'),
      onlyB: ofGroup('onlyB'),
      totals: claims.totals,
      claims: claims.claims,
    },
    ...Object.fromEntries(keyness.map(({ of, rows }) => [of, rows.map(toJsonRow)])),
    sources,
    silence,
    time,
  };
}

/** By the names of the literature: 1 is A, 2 is B; `range`: articles of both sides that have it; `key`: the folded word, or a uid. */
const toJsonRow = ({ key, name, a, b, figures }: KeynessRow) => ({
  word: name,
  key,
  f1: a.count,
  f2: b.count,
  perMillion1: a.perMillion,
  perMillion2: b.perMillion,
  g2: figures?.g2 ?? null,
  logRatio: figures?.logRatio ?? null,
  lrc: figures?.lrc ?? null,
  percentDiff: figures?.percent ?? null,
  bic: figures?.bic ?? null,
  q: figures?.q ?? null,
  range: a.articles + b.articles,
  share1: a.share,
  share2: b.share,
  dispersion1: a.dispersion,
  dispersion2: b.dispersion,
});

function printWhole(whole: WholeComparison, rows: number): void {
  const tables = toWholeTables(whole);
  for (const part of comparisonParts) {
    if (tables[part].length === 0) continue;
    print(`${reportWords.parts[part].toUpperCase()}\n`);
    for (const table of tables[part]) printOne(table, rows);
  }
  for (const side of ['a', 'b'] as const)
    if (whole.counts[side].thin.length > 0) print(compareMessages.thin(side, whole.counts[side]));
  print(compareMessages.leftOut(whole.counts));
}

function printOne({ title, columns, rows }: Table, most: number): void {
  if (rows.length === 0) return print(`${title}: ${reportWords.noRows}\n`);
  print(title);
  const cells = rows.slice(0, most).map((row) => row.map((cell, n) => printCell(cell, columns[n]!)));
  printTable(
    columns.map((column) => column.title),
    cells,
    columns.map(isNumeric),
  );
  print(rows.length > most ? `${words.more(rows.length - most)}\n` : '');
}
