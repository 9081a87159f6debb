import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Backup } from '#shared/domain/backup';
import { keepingMessages } from '#shared/messages/en/keeping';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { print, printJson, printTable } from '../print.ts';
import { getCorpusPath, withWorker, type CommonOptions } from '../run.ts';

/** Works where the corpus is too damaged to be opened: it is never opened here before the backup has its place. */
export function addRestore(command: Command): void {
  command
    .argument('[backup]', 'a file, or the name of one of its backups; without it they are listed')
    .action(async (backup: string | undefined, options: CommonOptions) => {
      const path = getCorpusPath(options);
      await withWorker(options, async (client) => {
        const corpus = client.grant(path);
        const { backups } = await client.call('keeping:list-backups', { corpus });
        if (backup === undefined) return printBackups(backups, options);
        const { aside } = await client.call('keeping:restore', { corpus, backup: find(client, backups, backup) });
        if (options.json) printJson({ restored: backup, aside });
        else print(keepingMessages.restored(backup, aside));
      });
    });
}

const find = (client: WorkerClient, backups: Backup[], name: string) =>
  backups.find((each) => !existsSync(name) && each.name.startsWith(name))?.handle ?? client.grant(resolve(name));

function printBackups(backups: Backup[], { json }: CommonOptions): void {
  if (json) return printJson(backups.map(({ handle: _, ...told }) => told));
  if (backups.length === 0) return print(keepingMessages.noBackups);
  printTable(
    ['backup', 'when', 'kind', 'size', 'articles', 'steps', 'journal'],
    backups.map(({ name, at, kind, sizeBytes, articles, steps, fingerprint }) => [
      name,
      at.slice(0, 19).replace('T', ' '),
      keepingMessages.kinds[kind],
      keepingMessages.size(sizeBytes),
      articles,
      steps,
      fingerprint,
    ]),
  );
}
