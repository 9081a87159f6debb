import type { Command } from 'commander';
import { printJson, printTable } from '../print.ts';
import { UsageError, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & { addLabel?: string; key?: string; excludes?: string };

export function addCodebook(command: Command): void {
  command
    .option('--add-label <name>', 'add a label')
    .option('--key <letter>', 'the key that tags with it')
    .option('--excludes <names>', 'labels that cannot be meant at once with it, parted by commas, or "all"')
    .action(async (options: Options) => {
      const { addLabel: name, key = null, excludes } = options;
      if (name === undefined && (key !== null || excludes !== undefined))
        throw new UsageError('error: --key and --excludes go with --add-label');
      const codebook = await withCorpus(options, name === undefined ? 'read' : 'write', (client) =>
        name === undefined
          ? client.call('codebook:get', {})
          : client.call('codebook:add-label', { name, key, excludes: parseNames(excludes) }),
      );
      if (options.json) return printJson(codebook);
      const rows = codebook.labels.map(({ name: label, key: letter, line, excludes: others, retired }) => [
        label,
        letter,
        line,
        others.join(', '),
        retired ? 'retired' : '',
      ]);
      printTable(['label', 'key', 'line', 'excludes', ''], rows);
    });
}

const parseNames = (names: string | undefined) =>
  names === 'all'
    ? ('all' as const)
    : (names ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
