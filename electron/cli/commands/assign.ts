import { InvalidArgumentError, Option, type Command } from 'commander';
import { ArticleState } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import type { ArticleRef } from '#shared/domain/ids';
import { DealMode, type DealReport } from '#shared/domain/work';
import { cliMessages } from '#shared/messages/en/command-line';
import { workCommandMessages as words } from '#shared/messages/en/work';
import { toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson, printTable } from '../print.ts';
import { runJob, UsageError, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions &
  Pick<FilterOptions, 'outlet' | 'search' | 'state'> & {
    to?: string[];
    from?: string[];
    blind?: boolean;
    deal?: DealMode;
    since?: string;
    until?: string;
    share: number;
    seed: number;
    again?: boolean;
    dryRun?: boolean;
  };

/** Gives articles to people, deals them out among people, takes them from people, or lists who has which. */
export function addAssign(command: Command): void {
  const { options } = cliMessages;
  command
    .argument('[article...]')
    .option('--to <name...>', words.to)
    .option('--from <name...>', words.takeFrom)
    .option('--blind', words.blind)
    .addOption(new Option('--deal <mode>', words.deal).choices(DealMode.options))
    .addOption(new Option('--share <percent>', words.share).argParser(parsePercent).default(0.2, '20'))
    .option('--seed <n>', words.seed, parseSeed, 1)
    .option('--again', words.again)
    .option('--dry-run', words.dryRun)
    .option('--outlet <name...>', options.outlet)
    .option('--since <date>', options.from)
    .option('--until <date>', options.to)
    .option('--search <query>', options.search)
    .addOption(new Option('--state <state...>', options.state).choices(ArticleState.options))
    .action(assign);
}

function assign(refs: string[], options: Options): Promise<void> {
  const articles = refs as ArticleRef[];
  return options.deal === undefined ? giveOrTake(articles, options) : dealOut(articles, options, options.deal);
}

async function giveOrTake(articles: ArticleRef[], { to, from, blind = false, ...options }: Options): Promise<void> {
  if ((to ?? from) !== undefined && articles.length === 0) throw new UsageError(cliMessages.needArticles);
  const assignments = await withCorpus(options, (to ?? from) ? 'write' : 'read', async (client) => {
    if (to) await client.call('assignments:set', { articles, people: to, blind });
    if (from) await client.call('assignments:remove', { articles, people: from });
    return client.call('assignments:list', articles.length > 0 ? { articles } : {});
  });
  if (options.json) return printJson(assignments);
  const rows = assignments.map((each) => [
    each.article.slice(0, 8),
    each.title,
    each.annotator,
    each.blind ? 'blind' : '',
    each.state,
  ]);
  printTable(['article', 'title', 'given to', '', 'state'], rows);
  print(cliMessages.total(assignments.length, 'assignment'));
}

async function dealOut(articles: ArticleRef[], options: Options, mode: DealMode): Promise<void> {
  const {
    to,
    since,
    until,
    outlet,
    search,
    state,
    share,
    seed,
    blind = false,
    again = false,
    dryRun = false,
  } = options;
  if (to === undefined) throw new UsageError(words.needPeople);
  const filter: ArticleFilter = toFilter({
    ...(articles.length > 0 && { article: articles }),
    ...(since !== undefined && { from: since }),
    ...(until !== undefined && { to: until }),
    ...(outlet && { outlet }),
    ...(search !== undefined && { search }),
    ...(state && { state }),
  });
  const choice = { filter, people: to, mode, share, seed, blind, unassignedOnly: !again };
  const report = await withCorpus(options, dryRun ? 'read' : 'write', (client) =>
    dryRun ? client.call('assignments:preview', choice) : runJob(client, 'assignments:deal', choice),
  );
  if (options.json) return printJson(report);
  printReport(report, dryRun);
}

function printReport(report: DealReport, isPreview: boolean): void {
  const names = report.people.map(({ person }) => person);
  const toRow = (name: string, { articles, shared, people }: Pick<DealReport, 'articles' | 'shared' | 'people'>) => [
    name,
    articles,
    shared,
    ...people.map((each) => each.articles),
  ];
  const rows = report.outlets.map(({ outlet, ...counts }) => toRow(outlet ?? words.noOutlet, counts));
  printTable(['outlet', 'articles', 'by several', ...names], [...rows, toRow(words.inAll, report)]);
  print(isPreview ? words.wouldGive(report) : words.given(report));
}

function parsePercent(text: string): number {
  const percent = Number(text);
  if (text.trim() === '' || !(percent >= 0 && percent <= 100)) throw new InvalidArgumentError(words.badShare);
  return percent / 100;
}

function parseSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(cliMessages.options.badSeed);
  return Number(text);
}
