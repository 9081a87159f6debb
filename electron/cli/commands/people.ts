import type { Command } from 'commander';
import { cliMessages } from '#shared/messages/en/command-line';
import { printJson, printTable } from '../print.ts';
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
