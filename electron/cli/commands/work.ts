import { Option, type Command } from 'commander';
import { WorkStage, type WorkProgress } from '#shared/domain/work';
import { workCommandMessages as words } from '#shared/messages/en/work';
import { print, printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

/** So many articles are asked for at once. */
const PAGE = 1000;

type Options = CommonOptions & { of?: string; outlet?: string; list?: WorkStage };

/** How far the work is, by person and by outlet; or the articles behind one of the numbers. */
export function addWork(command: Command): void {
  command
    .addOption(new Option('--list <which>', words.list).choices(WorkStage.options))
    .option('--of <person>', words.of)
    .option('--outlet <name>', words.outlet)
    .action((options: Options) =>
      (options.list ?? options.of ?? options.outlet) === undefined ? show(options) : list(options),
    );
}

async function show(options: Options): Promise<void> {
  const progress = await withCorpus(options, 'read', (client) => client.call('work:progress', {}));
  if (options.json) return printJson(progress);
  const head = words.columns;
  printTable(
    ['person', ...head],
    progress.people.map((each) => [each.person, ...toNumbers(each)]),
  );
  print('');
  printTable(
    ['outlet', ...head],
    progress.outlets.map((each) => [each.outlet ?? words.noOutlet, ...toNumbers(each)]),
  );
}

const toNumbers = (each: WorkProgress['people'][number] | WorkProgress['outlets'][number]) => [
  each.articles,
  each.assigned,
  each.waiting,
  each.tagging,
  each.done,
  each.inReview,
  each.checked,
  each.shared,
  each.sharedDone,
];

async function list(options: Options): Promise<void> {
  const { of: person, outlet, list: stage = 'articles' } = options;
  const wish = { stage, ...(person !== undefined && { person }), ...(outlet !== undefined && { outlet }) };
  const articles = await withCorpus(options, 'read', async (client) => {
    const first = await client.call('work:articles', { ...wish, limit: PAGE });
    const found = [...first.articles];
    while (found.length < first.total) {
      const next = await client.call('work:articles', { ...wish, offset: found.length, limit: PAGE });
      if (next.articles.length === 0) break;
      found.push(...next.articles);
    }
    return found;
  });
  if (options.json) return printJson(articles);
  const rows = articles.map(({ article, title, outlet: of, state, people }) => [
    article.slice(0, 8),
    title,
    of,
    state,
    people.map(({ person: name, mark }) => `${name}${mark === null ? '' : ` (${mark})`}`).join(', '),
  ]);
  printTable(['article', 'title', 'outlet', 'state', 'people'], rows);
}
