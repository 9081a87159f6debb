import type { Command } from 'commander';
import { cliMessages } from '#shared/messages/en/command-line';
import { print, printJson } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & { together?: boolean; to?: string };

/** `undo` and `redo` differ in the call, and in that one can go to a step. */
export function addUndo(command: Command, call: 'history:undo' | 'history:redo'): void {
  command.option('--together', 'take later work that stands on it back as well');
  if (call === 'history:undo')
    command.option('--to <step>', 'take back, or bring back, until this step is your newest that stands');
  command.action(async ({ to, together = false, ...options }: Options) => {
    const report = await withCorpus(options, 'write', (client) =>
      to === undefined ? client.call(call, { together }) : runJob(client, 'history:go-to', { step: to, together }),
    );
    if (options.json) return printJson(report);
    const acts = report.taken.map(({ act }) => act).join(', ');
    if (report.step === null) print(cliMessages.isThere);
    else print(call === 'history:undo' ? cliMessages.taken(acts) : cliMessages.brought(acts));
  });
}
