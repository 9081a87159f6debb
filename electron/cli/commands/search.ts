import { Option, type Command } from 'commander';
import { MOST_HITS, SearchSort, type SearchResult, type ValueCondition } from '#shared/domain/search';
import { cliMessages } from '#shared/messages/en/command-line';
import { searchMessages as words } from '#shared/messages/en/search';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { addArticleFilters, toFilter, type FilterOptions } from '../filters.ts';
import { printConcordance } from '../print-concordance.ts';
import { print, printError, printJson } from '../print.ts';
import { runJob, UsageError, withCorpus, type CommonOptions } from '../run.ts';
import { parseOffset } from './annotate.ts';

type Options = CommonOptions &
  FilterOptions & {
    regex?: boolean;
    sort: SearchSort;
    limit: number;
    context: number;
    tag?: string;
    link?: string;
    where?: ValueCondition[];
    onlyIn?: string;
  };

export function addSearch(command: Command): void {
  addArticleFilters(command)
    .argument('[query]', words.command.query, '')
    .option('--label <name...>', words.command.label)
    .option('--by <annotator...>', words.command.by)
    .option('--entity <name...>', words.command.entity)
    .option('--where <attribute=value>', words.command.where, addCondition)
    .option('--only-in <outlet>', words.command.onlyIn)
    .option('--regex', words.command.regex)
    .addOption(new Option('--sort <order>', words.command.sort).choices(SearchSort.options).default('newest'))
    .option('--limit <n>', words.command.limit, parseOffset, 100)
    .option('--context <n>', words.command.context, parseOffset, 50)
    .option('--tag <label>', words.command.tag)
    .option('--link <entity>', cliMessages.options.linkTo)
    .action(async (query: string, options: Options) => {
      const { tag, json } = options;
      if (options.limit < 1 || options.limit > MOST_HITS) throw new UsageError(words.command.badLimit(MOST_HITS));
      if (options.where || options.onlyIn !== undefined) return searchAnnotations(query, options);
      if (query === '') throw new UsageError(words.command.noQuery);
      await withCorpus(options, tag === undefined ? 'read' : 'write', async (client) => {
        const found = await search(client, query, options);
        const tagged = tag === undefined ? undefined : await tagFound(client, query, found, options, tag);
        if (json) return printJson({ ...found, ...(tagged && { tagged }) });
        printConcordance(found.hits);
        print(words.found(found));
        if (found.total > found.hits.length) print(words.shown(found.hits.length));
        if (!found.isIndexed) printError(words.notIndexed);
        if (tagged) print(words.tagged(tagged.tagged, tag!, tagged.alreadyThere));
      });
    });
}

async function search(client: WorkerClient, query: string, options: Options): Promise<SearchResult> {
  const { regex, sort, limit, context } = options;
  const chosen = { filter: toFilter(options), limit, context };
  if (!regex) return client.call('search:text', { query, sort, thorough: true, ...chosen });
  if (sort === 'relevance') throw new UsageError(words.command.noRelevance);
  return runJob(client, 'search:regex', { expression: query, sort, ...chosen });
}

/** Hits in titles that are no part of a text cannot be tagged. */
function tagFound(client: WorkerClient, query: string, found: SearchResult, { link }: Options, label: string) {
  const hits = found.hits
    .filter(({ where }) => where === 'text')
    .map(({ article, start, end }) => ({ article, start, end }));
  if (hits.length === 0) return Promise.resolve({ tagged: 0, alreadyThere: 0 });
  return runJob(client, 'search:tag', { hits, label, query, ...(link !== undefined && { entity: link }) });
}

/** `attribution.who=Amaq`, or `verdict` alone for any value. */
function addCondition(given: string, before: ValueCondition[] = []): ValueCondition[] {
  const at = given.indexOf('=');
  const condition = at === -1 ? { attribute: given } : { attribute: given.slice(0, at), value: given.slice(at + 1) };
  return [...before, condition];
}

/** Annotations by what they say; the query is looked for in their words. */
async function searchAnnotations(query: string, options: Options): Promise<void> {
  const { where: conditions = [], onlyIn, limit, context, json } = options;
  const found = await withCorpus(options, 'read', (client) =>
    client.call('search:annotations', {
      filter: toFilter(options),
      conditions,
      limit,
      context,
      ...(onlyIn !== undefined && { onlyIn }),
      ...(query !== '' && { quote: query }),
    }),
  );
  if (json) return printJson(found);
  printConcordance(found.hits);
  print(cliMessages.total(found.total, 'annotation'));
  if (found.total > found.hits.length) print(words.shown(found.hits.length));
}
