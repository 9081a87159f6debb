import type { Command } from 'commander';
import type { ArticleSummary } from '#shared/domain/article';
import { cliMessages } from '#shared/messages/en/command-line';
import { addLibraryFilters, toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

const PAGE = 1000;

export function addArticles(command: Command): void {
  addLibraryFilters(command).action(async (options: CommonOptions & FilterOptions) => {
    const filter = toFilter(options);
    const all = await withCorpus(options, 'read', async (client) => {
      const found: ArticleSummary[] = [];
      for (;;) {
        const page = await client.call('articles:list', { filter, offset: found.length, limit: PAGE });
        found.push(...page.articles);
        if (page.articles.length < PAGE) return found;
      }
    });
    if (options.json) return printJson(all);
    const rows = all.map(({ uid, title, outlet, date, state, annotations }) => [
      uid.slice(0, 8),
      title,
      outlet ?? cliMessages.unknownOutlet,
      date,
      state,
      annotations,
    ]);
    printTable(['article', 'title', 'outlet', 'date', 'state', 'annotations'], rows);
    print(cliMessages.total(all.length, 'article'));
  });
}
