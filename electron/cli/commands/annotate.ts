import { InvalidArgumentError, type Command } from 'commander';
import { cliMessages } from '#shared/messages/en/command-line';
import { addAttribute, toValuesInput, type AttributeOptions } from '../attributes.ts';
import { printJson } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';
import { printAnnotations } from './annotations.ts';

type Options = CommonOptions & { label: string; start: number; end: number; entity?: string; attr?: AttributeOptions };

export function parseOffset(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError(cliMessages.badNumber(text));
  return Number(text);
}

export function addAnnotate(command: Command): void {
  command
    .argument('<article>')
    .requiredOption('--label <name>', 'a label of the codebook')
    .requiredOption('--start <n>', 'first UTF-16 unit', parseOffset)
    .requiredOption('--end <n>', 'one past the last UTF-16 unit', parseOffset)
    .option('--entity <name>', cliMessages.options.linkTo)
    .option('--attr <k=v>', cliMessages.options.attr, addAttribute)
    .action(async (article: string, { label, start, end, entity, attr, ...options }: Options) => {
      const annotation = await withCorpus(options, 'write', (client) =>
        client.call('annotations:create', {
          article: article,
          label,
          spans: [{ start, end }],
          ...(entity !== undefined && { entity }),
          ...(attr && { attributes: toValuesInput(attr) }),
        }),
      );
      if (options.json) printJson(annotation);
      else printAnnotations([annotation]);
    });
}
