import { Option, type Command } from 'commander';
import type { Annotation } from '#shared/domain/annotation';
import { WorkDecision, type DecisionOnWork } from '#shared/domain/decision';
import { cliMessages } from '#shared/messages/en/command-line';
import { decisionsMessages as words, workDecisionWords } from '#shared/messages/en/decisions';
import { shortQuote } from '#shared/messages/en/ui';
import { print, printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

/** So many decisions are asked for at once. */
const PAGE = 1000;

type Options = CommonOptions & {
  of?: string;
  by?: string[];
  reason?: string[];
  label?: string[];
  decision?: WorkDecision[];
  unanswered?: boolean;
  since?: string;
};

/** What others decided on a person's annotations. */
export function addDecisions(command: Command): void {
  command
    .option('--of <person>', words.command.of)
    .option('--by <checker...>', words.command.by)
    .option('--reason <text...>', words.command.reason)
    .option('--label <name...>', words.command.label)
    .addOption(new Option('--decision <decision...>', words.command.decision).choices(WorkDecision.options))
    .option('--unanswered', words.command.unanswered)
    .option('--since <moment>', words.command.since)
    .action(async (options: Options) => {
      const { of: person, by, reason, label, decision, unanswered, since } = options;
      const wish = {
        ...(person !== undefined && { person }),
        filter: {
          ...(by && { checkers: by }),
          ...(reason && { reasons: reason }),
          ...(label && { labels: label }),
          ...(decision && { decisions: decision }),
          ...(unanswered && { unanswered }),
          ...(since !== undefined && { since }),
        },
      };
      const all = await withCorpus(options, 'read', async (client) => {
        const found: DecisionOnWork[] = [];
        for (;;) {
          const page = await client.call('decisions:list', { ...wish, offset: found.length, limit: PAGE });
          found.push(...page.items);
          if (page.items.length < PAGE) return found;
        }
      });
      if (options.json) return printJson(all);
      printDecisions(all);
      print(cliMessages.total(all.length, 'decision'));
    });
}

const describe = (annotation: Annotation) =>
  `${annotation.label} “${shortQuote(annotation.spans.map(({ quote }) => quote).join(' … '))}”`;

const printDecisions = (all: readonly DecisionOnWork[]) =>
  printTable(
    [...words.command.columns],
    all.map(({ uid, at, by, decision, reason, annotation, stands, title, comments }) => [
      uid.slice(0, 8),
      at.slice(0, 10),
      by,
      workDecisionWords[decision],
      reason,
      annotation ? describe(annotation) : '',
      stands.map(describe).join('; '),
      title,
      comments.length,
    ]),
  );
