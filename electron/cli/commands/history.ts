import type { Command } from 'commander';
import type { HistoryRow } from '#shared/domain/journal';
import { printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

const PAGE = 5000;

export function addHistory(command: Command): void {
  command
    .option('--article <uid>', 'only what was done to this article and in it')
    .option('--annotation <uid>', 'only what was done to this annotation')
    .action(async (options: CommonOptions & { article?: string; annotation?: string }) => {
      const { article, annotation } = options;
      const rows = await withCorpus(options, 'read', async (client) => {
        const found: HistoryRow[] = [];
        for (;;) {
          const last = found.at(-1)?.seq;
          const page = await client.call('history:list', {
            ...(article !== undefined && { article: article }),
            ...(annotation !== undefined && { annotation: annotation }),
            ...(last !== undefined && { before: last }),
            limit: PAGE,
          });
          found.push(...page);
          if (page.length < PAGE) return found.reverse();
        }
      });
      if (options.json) return printJson(rows);
      printTable(
        ['row', 'when', 'who', 'act', 'op', 'what', ''],
        rows.map(({ seq, at, annotator, act, op, kind, target, after, before }) => [
          seq,
          at.slice(0, 19).replace('T', ' '),
          annotator,
          act,
          op,
          `${kind} ${target.slice(0, 18)}`,
          Object.keys(op === 'update' ? (after ?? {}) : (before ?? {})).join(', '),
        ]),
      );
    });
}
