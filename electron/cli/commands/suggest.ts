import { Option, type Command } from 'commander';
import type { ArticleRef } from '#shared/domain/ids';
import { MOST_AT_ONCE, SuggestionRule, type Suggestion } from '#shared/domain/suggestion';
import { valueWords } from '#shared/messages/en/codebook';
import { cliMessages } from '#shared/messages/en/command-line';
import { explainSuggestion, suggestCommands as words } from '#shared/messages/en/suggestions';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { addLibraryFilters, toFilter, type FilterOptions } from '../filters.ts';
import { endProgress, print, printError, printJson, printTable, showProgress } from '../print.ts';
import { UsageError, withCorpus, type CommonOptions } from '../run.ts';
import { printAnnotations } from './annotations.ts';

const PAGE = 1000;

/** Goes through the articles that are meant, so that no more than one's suggestions are held at a time. */
async function* iterateSuggestions(client: WorkerClient, options: FilterOptions): AsyncGenerator<Suggestion[]> {
  const filter = toFilter(options);
  for (let done = 0; ;) {
    const { total, articles } = await client.call('articles:list', { filter, offset: done, limit: PAGE });
    for (const { uid, title } of articles) {
      showProgress({ done, total, what: title });
      yield (await client.call('suggestions:list', { article: uid })).suggestions;
      done += 1;
    }
    if (done >= total || articles.length === 0) return;
  }
}

/** As programs get it: where it stands at the top, the reason as a sentence. */
const toJson = ({ reason, spans, ...suggestion }: Suggestion) => ({
  ...suggestion,
  start: spans[0]!.start,
  end: spans.at(-1)!.end,
  quote: toQuote(spans),
  spans,
  reason: explainSuggestion({ rule: suggestion.rule, reason }),
});

const toQuote = (spans: Suggestion['spans']) => spans.map(({ quote }) => quote).join(' … ');

const toRow = ({ id, article, label, spans, entity, confidence, rule, reason, attributes }: Suggestion) => [
  id.slice(0, 8),
  article.slice(0, 8),
  label,
  spans.map(({ start, end }) => `${start}–${end}`).join(', '),
  toQuote(spans),
  entity,
  confidence.toFixed(2),
  explainSuggestion({ rule, reason }),
  Object.entries(attributes)
    .map(([name, value]) => `${name}: ${valueWords(value)}`)
    .join('; '),
];

export function addSuggest(command: Command): void {
  addLibraryFilters(command).action(async (options: CommonOptions & FilterOptions) => {
    await withCorpus(options, 'read', async (client) => {
      let total = 0;
      const rows: ReturnType<typeof toRow>[] = [];
      if (options.json) process.stdout.write('[');
      for await (const suggestions of iterateSuggestions(client, options)) {
        endProgress();
        if (options.json)
          for (const each of suggestions)
            process.stdout.write(`${total++ === 0 ? '' : ',\n'}${JSON.stringify(toJson(each))}`);
        else rows.push(...suggestions.map(toRow));
      }
      endProgress();
      if (options.json) return print(']');
      printTable([...words.heads], rows);
      print(cliMessages.total(rows.length, 'suggestion'));
    });
  });
}

type WhichOptions = CommonOptions & { all?: boolean; label?: string; rule?: SuggestionRule; as?: string };

const addWhich = (command: Command) =>
  command
    .argument('<article>')
    .argument('[suggestion...]')
    .option('--all', words.all)
    .option('--label <name>', words.label)
    .addOption(new Option('--rule <rule>', words.rule).choices(SuggestionRule.options));

/** The suggestions that are meant. */
async function choose(
  client: WorkerClient,
  article: ArticleRef,
  ids: string[],
  { all, label, rule }: WhichOptions,
): Promise<Suggestion[]> {
  if (ids.length > 0 === (all === true)) throw new UsageError(words.needWhich);
  const { suggestions } = await client.call('suggestions:list', { article });
  if (all) {
    const meant = suggestions
      .filter((each) => label === undefined || each.label.toLowerCase() === label.toLowerCase())
      .filter((each) => rule === undefined || each.rule === rule);
    if (meant.length > MOST_AT_ONCE) printError(words.more(meant.length - MOST_AT_ONCE));
    return meant.slice(0, MOST_AT_ONCE);
  }
  return ids.map((id) => {
    const [found, another] = suggestions.filter((each) => each.id.startsWith(id));
    if (another) throw new Error(words.ambiguous(id));
    if (!found) throw new Error(words.unknown(id));
    return found;
  });
}

const toNamed = ({ id, label, rule, spans }: Suggestion) => ({
  id,
  label,
  rule,
  spans: spans.map(({ start, end }) => ({ start, end })),
});

export function addTake(command: Command): void {
  addWhich(command)
    .option('--as <label>', words.as)
    .action(async (article: string, ids: string[], options: WhichOptions) => {
      await withCorpus(options, 'write', async (client) => {
        const chosen = await choose(client, article as ArticleRef, ids, options);
        const taken =
          chosen.length === 0
            ? { annotations: [], unfit: [] }
            : await client.call('suggestions:take', {
                article: article,
                suggestions: chosen.map((each) => ({
                  ...toNamed(each),
                  attributes: each.attributes,
                  ...(each.entityUid !== null && { entity: each.entityUid }),
                  ...(options.as !== undefined && { as: options.as }),
                })),
              });
        if (options.json) return printJson(taken);
        printAnnotations(taken.annotations);
        print(words.taken(taken.annotations.length, taken.unfit.length));
      });
    });
}

export function addDismiss(command: Command): void {
  addWhich(command).action(async (article: string, ids: string[], options: WhichOptions) => {
    await withCorpus(options, 'write', async (client) => {
      const chosen = await choose(client, article as ArticleRef, ids, options);
      const { dismissed } =
        chosen.length === 0
          ? { dismissed: 0 }
          : await client.call('suggestions:dismiss', {
              article: article,
              suggestions: chosen.map(toNamed),
            });
      if (options.json) return printJson({ dismissed });
      print(words.dismissed(dismissed));
    });
  });
}
