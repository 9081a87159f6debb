import { resolve } from 'node:path';
import type { Command } from 'commander';
import { keepingMessages } from '#shared/messages/en/keeping';
import { print, printJson } from '../print.ts';
import { runJob, withWorker, type CommonOptions } from '../run.ts';

export function addRecover(command: Command): void {
  command
    .argument('<file>', 'a damaged corpus; it is only read')
    .requiredOption('--out <file>', 'the new corpus')
    .action(async (file: string, { out, ...options }: CommonOptions & { out: string }) => {
      const found = await withWorker(options, (client) =>
        runJob(client, 'keeping:recover', { file: client.grant(resolve(file)), out: client.grant(resolve(out)) }),
      );
      if (options.json) return printJson(found);
      const { articles, annotations, journal } = found.recovered;
      print(keepingMessages.recovered(articles, annotations, journal, found.file));
      print(keepingMessages.lost(found.lostCount));
      for (const each of found.lost) print(each);
      if (found.lostCount > found.lost.length) print(keepingMessages.more(found.lostCount - found.lost.length));
    });
}
