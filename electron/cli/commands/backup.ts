import { resolve } from 'node:path';
import type { Command } from 'commander';
import { keepingMessages } from '#shared/messages/en/keeping';
import { print, printJson } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

export function addBackup(command: Command): void {
  command
    .argument('[path]', 'the new file; else into the folder of backups beside the corpus')
    .action(async (path: string | undefined, options: CommonOptions) => {
      const copy = await withCorpus(options, 'read', (client) =>
        path === undefined
          ? runJob(client, 'keeping:backup-now', {})
          : runJob(client, 'keeping:backup', { handle: client.grant(resolve(path)) }),
      );
      if (options.json) return printJson(copy);
      print(
        copy === null ? keepingMessages.upToDate : keepingMessages.copied(copy.file, copy.sizeBytes, copy.fingerprint),
      );
    });
}
