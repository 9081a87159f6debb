import { resolve } from 'node:path';
import type { Command } from 'commander';
import { toArticleFilter } from '#shared/domain/filter';
import { handOutMessages as words } from '#shared/messages/en/hand-out';
import { addArticleFilters, toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & FilterOptions & { for: string; out: string; blind?: boolean };

export function addHandOut(command: Command): void {
  addArticleFilters(command)
    .requiredOption('--for <name>', words.options.for)
    .requiredOption('--out <file>', words.options.out)
    .option('--blind', words.options.blind)
    .action(handOut);
}

async function handOut({ for: person, out, blind = false, ...options }: Options): Promise<void> {
  const made = await withCorpus(options, 'write', (client) =>
    runJob(client, 'packages:write', {
      for: person,
      filter: toArticleFilter(toFilter(options)),
      isBlind: blind,
      to: { handle: client.grant(resolve(out)) },
    }),
  );
  if (options.json) return printJson(made);
  print(words.written(made.file, made.articles, made.annotations, made.for, made.isBlind));
  if (made.outside > 0) print(words.outside(made.outside));
}
