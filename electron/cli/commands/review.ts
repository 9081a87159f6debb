import { Option, type Command } from 'commander';
import type { AnnotationRef, ArticleRef } from '#shared/domain/ids';
import { Decision, type Review } from '#shared/domain/review';
import { checkMessages } from '#shared/messages/en/check';
import { cliMessages } from '#shared/messages/en/command-line';
import { print, printJson, printTable } from '../print.ts';
import { UsageError, withCorpus, type CommonOptions } from '../run.ts';
import { parseOffset } from './annotate.ts';

type Options = CommonOptions & {
  relation?: boolean;
  decision: Decision;
  reason: string;
  comment: string;
  label?: string;
  start?: number;
  end?: number;
  entity?: string;
  newEntity?: string;
};

export function addReview(command: Command): void {
  command
    .argument('<uid>', 'of an annotation')
    .option('--relation', 'it is a relation, not an annotation')
    .addOption(new Option('--decision <decision>', 'what you decide').choices(Decision.options).makeOptionMandatory())
    .option('--reason <text>', 'why; needed for all but accepted', '')
    .option('--comment <text>', 'what else there is to say', '')
    .option('--label <name>', 'of a correction: its label')
    .option('--start <n>', 'of a correction: first UTF-16 unit', parseOffset)
    .option('--end <n>', 'of a correction: one past the last UTF-16 unit', parseOffset)
    .option('--entity <name>', 'of a correction: the entity that is meant')
    .addOption(
      new Option('--new-entity <name>', 'of a correction: the entity that is meant, to be made').conflicts('entity'),
    )
    .action(async (uid: string, options: Options) => {
      const { relation, decision, reason, comment } = options;
      const correction = toCorrection(options);
      const review = await withCorpus(options, 'write', (client) =>
        client.call('reviews:create', {
          ...(relation ? { relation: uid } : { annotation: uid }),
          decision,
          reason,
          comment,
          ...(correction && { correction }),
        }),
      );
      if (options.json) printJson(review);
      else printReviews([review]);
    });
}

function toCorrection({ label, start, end, entity, newEntity }: Options) {
  if ((start === undefined) !== (end === undefined)) throw new UsageError(cliMessages.needBothOffsets);
  const correction = {
    ...(label !== undefined && { label }),
    ...(start !== undefined && end !== undefined && { spans: [{ start, end }] }),
    ...(entity !== undefined && { entity }),
    ...(newEntity !== undefined && { newEntity: { name: newEntity } }),
  };
  return Object.keys(correction).length === 0 ? undefined : correction;
}

type ListOptions = CommonOptions & { article?: string; annotation?: string; by?: string; decision?: Decision[] };
const PAGE = 10_000;

export function addReviews(command: Command): void {
  command
    .option('--article <uid>', 'only those of annotations of this article')
    .option('--annotation <uid>', 'only those of this annotation')
    .option('--by <checker>', 'only those by this person')
    .addOption(new Option('--decision <decision...>', 'only these decisions').choices(Decision.options))
    .action(async (options: ListOptions) => {
      const { article, annotation, by: checker, decision: decisions } = options;
      const chosen = {
        ...(article !== undefined && { article: article as ArticleRef }),
        ...(annotation !== undefined && { annotation: annotation as AnnotationRef }),
        ...(checker !== undefined && { checker }),
        ...(decisions && { decisions }),
      };
      const all = await withCorpus(options, 'read', async (client) => {
        const found: Review[] = [];
        for (;;) {
          const page = await client.call('reviews:list', { ...chosen, offset: found.length, limit: PAGE });
          found.push(...page.reviews);
          if (page.reviews.length < PAGE) return found;
        }
      });
      if (options.json) return printJson(all);
      printReviews(all);
      print(cliMessages.total(all.length, 'review'));
    });
}

function printReviews(reviews: Review[]): void {
  const rows = reviews.map(({ uid, annotation, relation, annotator, checker, decision, reason, comment, isOwn }) => [
    uid.slice(0, 8),
    (annotation ?? relation ?? '').slice(0, 18),
    annotator,
    checker,
    isOwn ? `${decision} (${checkMessages.ofOwn})` : decision,
    reason,
    comment,
  ]);
  printTable(['review', 'of', 'made by', 'checked by', 'decision', 'reason', 'comment'], rows);
}
