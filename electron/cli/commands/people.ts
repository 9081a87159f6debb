import type { Command } from 'commander';
import type { ArticleRef } from '#shared/domain/ids';
import { cliMessages } from '#shared/messages/en/command-line';
import { print, printJson, printTable } from '../print.ts';
import { UsageError, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & { add?: string; name?: string; initials?: string; colour?: string };

/** Lists who works on the corpus, adds somebody, or changes how somebody is called. */
export function addPeople(command: Command): void {
  command
    .argument('[person]')
    .option('--add <name>', 'add somebody, so that articles can be assigned to them')
    .option('--name <name>', 'another name for the person')
    .option('--initials <letters>', 'other initials for the person')
    .option('--colour <colour>', 'a colour for the person, like #0072b2')
    .action(async (person: string | undefined, options: Options) => {
      const { add, name, initials, colour } = options;
      const changes = {
        ...(name !== undefined && { name }),
        ...(initials !== undefined && { initials }),
        ...(colour !== undefined && { colour }),
      };
      const isChange = Object.keys(changes).length > 0;
      if (isChange !== (person !== undefined)) throw new UsageError(cliMessages.needPerson);
      const people = await withCorpus(options, isChange || add !== undefined ? 'write' : 'read', (client) => {
        if (add !== undefined) return client.call('people:add', { name: add });
        return person === undefined
          ? client.call('people:list', {})
          : client.call('people:update', { person, changes });
      });
      if (options.json) return printJson(people);
      const rows = people.map((each) => [each.name, each.initials, each.tags, each.reviews]);
      printTable(['name', 'initials', 'tags', 'reviews'], rows);
    });
}

type AssignOptions = CommonOptions & { to?: string[]; from?: string[]; blind?: boolean };

/** Gives articles to people, takes them from people, or lists who has which. */
export function addAssign(command: Command): void {
  command
    .argument('[article...]')
    .option('--to <name...>', 'give the articles to these people')
    .option('--from <name...>', 'take the articles from these people')
    .option('--blind', 'without seeing what others tag')
    .action(async (refs: string[], options: AssignOptions) => {
      const { to, from, blind = false } = options;
      const articles = refs as ArticleRef[];
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
    });
}
