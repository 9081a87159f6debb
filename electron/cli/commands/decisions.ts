import { Option, type Command } from 'commander';
import type { Annotation } from '#shared/domain/annotation';
import { WorkDecision, type DecisionOnWork } from '#shared/domain/decision';
import { cliMessages } from '#shared/messages/en/command-line';
import { decisionsMessages as words, workDecisionWords } from '#shared/messages/en/decisions';
import { shortQuote } from '#shared/messages/en/ui';
import { print, printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

/** So many decisions are asked for at once. */
const PAGE = 10_000;

type Options = CommonOptions & {
  of?: string;
  by?: string[];
  reason?: string[];
  label?: string[];
  decision?: WorkDecision[];
  relations?: boolean;
  unanswered?: boolean;
  outdated?: boolean;
  since?: string;
};

/** What others decided on a person's annotations and relations. */
export function addDecisions(command: Command): void {
  command
    .option('--of <person>', words.command.of)
    .option('--by <checker...>', words.command.by)
    .option('--reason <text...>', words.command.reason)
    .option('--label <name...>', words.command.label)
    .addOption(new Option('--decision <decision...>', words.command.decision).choices(WorkDecision.options))
    .option('--relations', words.command.relations)
    .option('--unanswered', words.command.unanswered)
    .option('--outdated', words.command.outdated)
    .option('--since <moment>', words.command.since)
    .action(async (options: Options) => {
      const { of: person, by, reason, label, decision, relations, unanswered, outdated, since } = options;
      const wish = {
        ...(person !== undefined && { person }),
        filter: {
          ...(by && { checkers: by }),
          ...(reason && { reasons: reason }),
          ...(label && { labels: label }),
          ...(decision && { decisions: decision }),
          ...(relations && { relations }),
          ...(unanswered && { unanswered }),
          ...(outdated && { outdated }),
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

const describeSubject = ({ annotation, relation }: DecisionOnWork) =>
  annotation ? describe(annotation) : relation ? words.relation(relation) : '';

const printDecisions = (all: readonly DecisionOnWork[]) =>
  printTable(
    [...words.command.columns],
    all.map((each) => [
      each.uid.slice(0, 8),
      each.at.slice(0, 10),
      each.by,
      workDecisionWords[each.decision] + (each.isOutdated ? `, ${words.outdated}` : ''),
      each.reason,
      describeSubject(each),
      each.stands.map(describe).join('; '),
      each.title,
      each.comments.length,
    ]),
  );
