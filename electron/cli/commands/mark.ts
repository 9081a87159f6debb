import { Option, type Command } from 'commander';
import type { WorkState } from '#shared/domain/article';
import { print, printJson } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

export function addMark(command: Command): void {
  command
    .argument('<article>')
    .addOption(new Option('--state <state>', 'your state of it').choices(['tagging', 'done']).makeOptionMandatory())
    .action(async (article: string, options: CommonOptions & { state: WorkState }) => {
      const summary = await withCorpus(options, 'write', (client) =>
        client.call('articles:mark', { article: article, state: options.state }),
      );
      if (options.json) printJson(summary);
      else print(`${summary.title}: ${summary.state}`);
    });
}
