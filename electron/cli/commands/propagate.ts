import { Option, type Command } from 'commander';
import type { AnnotationRef, RuleRef } from '#shared/domain/ids';
import { PropagationScope, type PropagationRule } from '#shared/domain/propagation';
import { cliMessages } from '#shared/messages/en/command-line';
import { propagationMessages as words } from '#shared/messages/en/propagation';
import { printConcordance } from '../print-concordance.ts';
import { print, printJson, printTable } from '../print.ts';
import { runJob, UsageError, withCorpus, type CommonOptions } from '../run.ts';
import { parseOffset } from './annotate.ts';

type Options = CommonOptions & {
  scope: PropagationScope;
  dryRun?: boolean;
  partsOfWords?: boolean;
  matchCase?: boolean;
  matchMarks?: boolean;
  matchLetters?: boolean;
  aliases: boolean;
  alsoTagged?: boolean;
  keepRule?: boolean;
  context: number;
};

export function addPropagate(command: Command): void {
  command
    .argument('<annotation>')
    .addOption(new Option('--scope <scope>', words.command.scope).choices(PropagationScope.options).default('article'))
    .option('--dry-run', words.command.dryRun)
    .option('--parts-of-words', words.command.partsOfWords)
    .option('--match-case', words.command.matchCase)
    .option('--match-marks', words.command.matchMarks)
    .option('--match-letters', words.command.matchLetters)
    .option('--no-aliases', words.command.withoutAliases)
    .option('--also-tagged', words.command.alsoTagged)
    .option('--keep-rule', words.command.keepRule)
    .option('--context <n>', words.command.context, parseOffset, 50)
    .action(propagate);
}

async function propagate(annotation: string, options: Options): Promise<void> {
  const { scope, dryRun = false, keepRule = false, json, context } = options;
  if (keepRule && scope === 'article') throw new UsageError(words.command.onlyWide);
  const asked = { annotation: annotation as AnnotationRef, scope, options: toOptions(options) };
  await withCorpus(options, dryRun ? 'read' : 'write', async (client) => {
    const found = await runJob(client, 'propagations:find', { ...asked, context });
    const places = found.hits.map(({ article, start, end }) => ({ article, start, end }));
    const applied = dryRun
      ? undefined
      : await runJob(client, 'propagations:apply', { ...asked, hits: places, keepRule });
    if (json) return printJson({ ...found, ...(applied && { applied }) });
    printConcordance(found.hits);
    print(words.found(found));
    if (!found.isWhole) print(words.notWhole(found.hits.length));
    if (applied) print(words.done(applied.tagged, found.label, found.forms[0]!, applied.alreadyTagged));
    if (applied?.rule) print(words.ruleKept);
  });
}

const toOptions = ({ partsOfWords, matchCase, matchMarks, matchLetters, aliases, alsoTagged }: Options) => ({
  wholeWord: !partsOfWords,
  matchMarks: matchMarks === true,
  matchLetters: matchLetters === true,
  withAliases: aliases,
  skipTagged: !alsoTagged,
  ...(matchCase && { matchCase }),
});

type RuleOptions = CommonOptions & { retire?: string; restore?: string };

export function addRules(command: Command): void {
  command
    .option('--retire <rule>', words.command.retire)
    .option('--restore <rule>', words.command.restore)
    .action(async (options: RuleOptions) => {
      const { retire, restore, json } = options;
      if (retire !== undefined && restore !== undefined) throw new UsageError(words.command.oneOfTwo);
      const rule = (retire ?? restore) as RuleRef | undefined;
      const rules = await withCorpus(options, rule === undefined ? 'read' : 'write', async (client) => {
        if (rule === undefined) return client.call('propagations:rules', {});
        return [await client.call(retire === undefined ? 'propagations:restore' : 'propagations:retire', { rule })];
      });
      if (json) printJson(rules);
      else printRules(rules);
    });
}

function printRules(rules: PropagationRule[]): void {
  if (rules.length === 0) return print(words.noRules);
  const rows = rules.map(({ uid, label, forms, entity, outlet, annotator, retired }) => [
    uid.slice(0, 18),
    label,
    forms.join(', '),
    entity ?? '',
    outlet ?? words.wholeCorpus,
    annotator,
    retired ? words.ruleRetired : words.ruleInUse,
  ]);
  printTable(['rule', 'label', 'words', 'entity', 'where', 'kept by', 'state'], rows);
  print(cliMessages.total(rules.length, 'rule'));
}
