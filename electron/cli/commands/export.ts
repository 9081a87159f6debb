import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { FormatName, LinkChoice } from '#shared/domain/dataset';
import { cliMessages } from '#shared/messages/en/command-line';
import { addAnnotationFilters, toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & FilterOptions & { format: FormatName; out: string; links: LinkChoice };

export function addExport(command: Command): void {
  addAnnotationFilters(command)
    .addOption(new Option('--format <name>', 'the format').choices(FormatName.options).makeOptionMandatory())
    .requiredOption('--out <folder>', 'a new or empty folder')
    .addOption(new Option('--links <which>', cliMessages.options.links).choices(LinkChoice.options).default('all'))
    .action(async (options: Options) => {
      const { format, out, links } = options;
      const report = await withCorpus(options, 'read', (client) =>
        runJob(client, 'dataset:export', {
          format,
          filter: toFilter(options),
          links,
          folder: client.grant(resolve(out)),
        }),
      );
      if (options.json) return printJson(report);
      for (const [what, losses] of Map.groupBy(report.losses, (loss) => loss.what))
        print(cliMessages.lost(losses.length, what, losses[0]!.kept));
      print(cliMessages.exported(report.articles, report.annotations, out));
    });
}
