import { Option, type Command } from 'commander';
import {
  AgreementBy,
  type Agreement,
  type AgreementGroup,
  type AgreementRow,
  type GammaRow,
} from '#shared/domain/agreement';
import { agreementWords as words, hollowWords } from '#shared/messages/en/agreement';
import { dateWords } from '#shared/messages/en/ui';
import {
  findGamma,
  listHollow,
  listUndefined,
  toAgreementTable,
  toRowLabel,
  toWorkTable,
} from '#shared/tables/agreement';
import { printCell } from '#shared/tables/print-cell';
import { isNumeric, type Table } from '#shared/tables/table';
import { addArticleFilters, toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson, printTable } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & FilterOptions & { coders?: string; by?: AgreementBy; gamma: boolean };

/** Figures, and γ of them where it was asked for. */
type Measured = { agreement: Agreement; gammas: GammaRow[] };

export function addAgreement(command: Command): void {
  addArticleFilters(command)
    .option('--coders <names>', words.cli.coders)
    .option('--label <name...>', words.cli.label)
    .addOption(new Option('--by <outlet|week|month>', words.cli.by).choices(AgreementBy.options))
    .option('--no-gamma', words.cli.noGamma)
    .action(async (options: Options) => {
      const { label, by, coders, ...filter } = options;
      const agreed = {
        articles: toFilter(filter),
        ...(coders !== undefined && { coders: coders.split(',').map((name) => name.trim()) }),
        ...(label && { labels: label }),
      };
      if (by !== undefined) {
        const groups = await withCorpus(options, 'read', (client) =>
          runJob(client, 'agreement:groups', { ...agreed, by }),
        );
        if (options.json)
          printJson(groups.map((group) => ({ ...group, rows: group.rows.map((row) => toJsonRow(row)) })));
        else printGroups(groups);
        return;
      }
      const measured = await withCorpus(options, 'read', async (client): Promise<Measured> => {
        const agreement = await runJob(client, 'agreement:figures', agreed);
        return { agreement, gammas: options.gamma ? await runJob(client, 'agreement:gamma', agreed) : [] };
      });
      if (options.json) {
        const { agreement, gammas } = measured;
        printJson(agreement.rows.map((row) => toJsonRow(row, findGamma(gammas, row))));
      } else printMeasured(measured);
    });
}

/** As programs take it; `gamma` is null where it was left out. */
const toJsonRow = (row: AgreementRow, gamma?: GammaRow) => ({
  ...row,
  gamma: gamma ? { ...gamma.gamma, observed: gamma.observed, expected: gamma.expected, ...gamma.method } : null,
});

function printMeasured({ agreement, gammas }: Measured): void {
  if (agreement.rows.length === 0) return print(words.noRows);
  printOne(toAgreementTable(agreement, gammas));
  printOne(toWorkTable(agreement));
  const undefinedOnes = agreement.rows.flatMap((row) =>
    listUndefined(row, findGamma(gammas, row)).map(({ names, because }) =>
      words.cli.undefinedOf(names, toName(row), because),
    ),
  );
  if (undefinedOnes.length > 0) print([words.cli.undefinedFigures, ...undefinedOnes, ''].join('\n'));
  const hollow = listHollow(agreement.rows).map(({ hollow: what, rows }) =>
    words.cli.hollowOf(hollowWords[what], rows.length === agreement.rows.length ? null : rows.map(toName)),
  );
  if (hollow.length > 0) print([words.cli.hollow, ...hollow].join('\n'));
}

const toName = (row: AgreementRow) => words.cli.row(toRowLabel(row), row.coders);

function printOne({ columns, rows, note }: Table): void {
  printTable(
    columns.map(({ title }) => title),
    rows.map((row) => row.map((cell, n) => printCell(cell, columns[n]!))),
    columns.map(isNumeric),
  );
  print(note === '' ? '' : `\n${note}\n`);
}

function printGroups(groups: readonly AgreementGroup[]): void {
  if (groups.length === 0) return print(words.noRows);
  for (const { outlet, from, rows } of groups) {
    print(from === null ? (outlet ?? words.noOutlet) : words.from(dateWords(from)));
    printOne({
      ...toAgreementTable({ coders: [], rows, method: { resamples: 0, seed: 0, boilerplate: null } }),
      note: '',
    });
  }
}
