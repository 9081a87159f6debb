import type { Command } from 'commander';
import { cliMessages } from '#shared/messages/en/command-line';
import { print, printJson } from '../print.ts';
import { getCorpusPath, withWorker, type CommonOptions } from '../run.ts';

export function addNew(command: Command): void {
  command.action(async (options: CommonOptions) => {
    const path = getCorpusPath(options);
    const status = await withWorker(options, (client) => client.call('corpus:create', { handle: client.grant(path) }));
    if (options.json) printJson(status);
    else print(cliMessages.created(path));
  });
}
