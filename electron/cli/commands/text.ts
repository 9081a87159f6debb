import type { Command } from 'commander';
import { printJson } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

export function addText(command: Command): void {
  command.argument('<article>').action(async (article: string, options: CommonOptions) => {
    const { uid, text, sha256, title, outlet, date, source, blocks } = await withCorpus(options, 'read', (client) =>
      client.call('articles:get', { article: article }),
    );
    if (options.json) printJson({ uid, title, outlet, date, source, text, sha256, blocks });
    else process.stdout.write(text); // exactly: no line end is added
  });
}
