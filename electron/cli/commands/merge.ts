import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Input, Output } from '#shared/api/contract';
import type { MergeConflict } from '#shared/domain/merge';
import { mergeCliMessages as words } from '#shared/messages/en/merge';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { print, printJson, printTable } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & { dryRun?: boolean; sameNames?: boolean; otherCorpus?: boolean };
type Found = Omit<Output<'merge:run'>, 'step'> & { step?: Output<'merge:run'>['step'] };

/** Conflicts that a table shows. */
const MOST_SHOWN = 100;

export function addMerge(command: Command): void {
  command
    .argument('<file>', words.argument)
    .addOption(new Option('--dry-run', words.options.dryRun))
    .addOption(new Option('--same-names', words.options.sameNames))
    .addOption(new Option('--other-corpus', words.options.otherCorpus))
    .action(async (file: string, options: Options) => {
      const { dryRun = false, sameNames = false, otherCorpus = false } = options;
      const found = await withCorpus(options, dryRun ? 'read' : 'write', async (client): Promise<Found> => {
        const asked = { other: client.grant(resolve(file)), sameNames, otherCorpus };
        return dryRun ? preview(client, asked) : runJob(client, 'merge:run', asked);
      });
      if (options.json) printJson(found);
      else printFound(found, dryRun);
    });
}

async function preview(client: WorkerClient, asked: Input<'merge:preview'>): Promise<Found> {
  const { plan, ...found } = await runJob(client, 'merge:preview', asked);
  const conflicts: MergeConflict[] = [];
  for (let isOver = false; !isOver;) {
    const page = await client.call('merge:conflicts', { plan, offset: conflicts.length, limit: 1000 });
    conflicts.push(...page.conflicts);
    isOver = page.conflicts.length === 0;
  }
  return { ...found, conflicts };
}

function printFound(found: Found, isPreview: boolean): void {
  const { other, same, add, change, remove, conflicts, conflictCount, sameNames, erased, steps } = found;
  if (same) return print(words.same(other.file));
  const isChanging = [add, change, remove].some((counts) => Object.keys(counts).length > 0);
  print((isPreview ? words.would : words.did)(other.file, steps, other.people, isChanging));
  for (const [what, counts] of Object.entries({ add, change, remove }) as [keyof typeof words.counts, typeof add][]) {
    if (Object.keys(counts).length > 0) print(words.counts[what](counts));
  }
  if (erased > 0) print(words.erased(erased));
  if (sameNames.length > 0) {
    print(words.sameNames(sameNames.length, isPreview));
    printTable(
      [...words.sameNameHeads],
      sameNames.map(({ kind, name, of, mine, theirs }) => [kind, name, of, mine, theirs]),
    );
  }
  if (conflictCount === 0) return;
  print(words.conflicts(conflictCount, isPreview));
  printTable(
    [...words.conflictHeads],
    conflicts
      .slice(0, MOST_SHOWN)
      .map(({ title, quote, kind, field, mine, theirs, taken }) => [
        title,
        quote,
        field ?? kind,
        mine.isRemoved ? words.removed : mine.value,
        theirs.isRemoved ? words.removed : theirs.value,
        words.taken[taken],
      ]),
  );
}
