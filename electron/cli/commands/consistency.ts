import { Option, type Command } from 'commander';
import { ConsistencyRule, MOST_MENDED } from '#shared/domain/consistency';
import { toArticleFilter } from '#shared/domain/filter';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { addArticleFilters, toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & FilterOptions & { rule?: ConsistencyRule[]; fixAll?: boolean };

export function addConsistency(command: Command): void {
  addArticleFilters(command)
    .addOption(new Option('--rule <name...>', words.options.rule).choices(ConsistencyRule.options))
    .option('--fix-all', words.options.fixAll)
    .action(listFindings);
}

async function listFindings({ rule, fixAll = false, ...options }: Options): Promise<void> {
  const asked = { filter: toArticleFilter(toFilter(options)), ...(rule && { rules: rule }), limit: 5000 };
  const { found, fixed } = await withCorpus(options, fixAll ? 'write' : 'read', async (client) => {
    const findings = await runJob(client, 'consistency:find', asked);
    const fixes = findings.findings
      .flatMap(({ annotation, label, start, end, fix }) =>
        annotation !== null && label !== null && fix !== null ? [{ annotation, label, start, end, fix }] : [],
      )
      .slice(0, MOST_MENDED);
    const made = fixAll && fixes.length > 0 ? await runJob(client, 'consistency:fix', { fixes }) : null;
    return { found: findings, fixed: made };
  });
  if (options.json) return printJson({ ...found, fixed });
  if (fixed) return print(words.fixed(fixed.changed, fixed.reviewed, fixed.left));
  for (const of of ConsistencyRule.options) {
    const own = found.findings.filter((each) => each.rule === of);
    if (own.length === 0) continue;
    print(`${words.rules[of]}: ${words.shown(own.length, found.counts[of])}`);
    for (const each of own) print(`  ${words.line(each)}`);
  }
  if (found.findings.length === 0) print(words.none);
}
