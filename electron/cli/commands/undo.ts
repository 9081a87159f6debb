import type { Command } from 'commander';
import { cliMessages } from '#shared/messages/en/command-line';
import { print, printJson } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

/** `undo` and `redo` differ in the call alone. */
export function addUndo(command: Command, call: 'history:undo' | 'history:redo'): void {
  command
    .option('--together', 'take later work that stands on it back as well')
    .action(async (options: CommonOptions & { together?: boolean }) => {
      const report = await withCorpus(options, 'write', (client) =>
        client.call(call, { together: options.together ?? false }),
      );
      if (options.json) return printJson(report);
      const acts = report.taken.map(({ act }) => act).join(', ');
      print(call === 'history:undo' ? cliMessages.taken(acts) : cliMessages.brought(acts));
    });
}
