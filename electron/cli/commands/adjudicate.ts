import { Option, type Command } from 'commander';
import type { Adjudication, Difference, DoubleTagged } from '#shared/domain/settlement';
import { SettlementDecision } from '#shared/domain/settlement';
import { cliMessages } from '#shared/messages/en/command-line';
import { settleMessages } from '#shared/messages/en/settle';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { addLibraryFilters, toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson, printTable } from '../print.ts';
import { UsageError, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions &
  FilterOptions & { coders?: [string, string]; start?: boolean; settle?: string[]; reason: string; comment: string };

const PAGE = 1000;
/** What `new` needs has no place on the command line; `galley call adjudication:settle` takes it. */
const decisions = SettlementDecision.exclude(['new']).options;
const { adjudicate: words } = cliMessages;

function parseCoders(text: string): [string, string] {
  const [left, right, ...more] = text.split(',').map((name) => name.trim());
  if (!left || !right || more.length > 0) throw new UsageError(words.needTwo);
  return [left, right];
}

export function addAdjudicate(command: Command): void {
  addLibraryFilters(command.argument('[article]'))
    .addOption(new Option('--coders <left,right>', words.coders).argParser(parseCoders))
    .option('--start', words.start)
    .option('--settle <difference...>', words.settle(decisions.join('|')))
    .option('--reason <text>', words.reason, '')
    .option('--comment <text>', words.comment, '')
    .action(async (article: string | undefined, options: Options) => {
      if (article === undefined) return list(options);
      const isWriting = options.start === true || options.settle !== undefined;
      const found = await withCorpus(options, isWriting ? 'write' : 'read', (client) => act(client, article, options));
      if (options.json) printJson(found);
      else printAdjudication(found);
    });
}

async function act(client: WorkerClient, article: string, options: Options): Promise<Adjudication> {
  const { coders, start, settle, reason, comment } = options;
  const chosen = { article, coders };
  if (start) await client.call('adjudication:start', chosen);
  const found = await client.call('adjudication:read', chosen);
  if (!settle) return found;
  const [wanted = '', decision] = settle;
  const made = decisions.find((each) => each === decision);
  if (!made || settle.length !== 2) throw new UsageError(words.settleHow(decisions.join(', ')));
  const difference = found.differences.filter(({ uid }) => uid.startsWith(wanted));
  if (difference.length !== 1 || wanted.length < 8) throw new UsageError(words.whichDifference(wanted));
  return client.call('adjudication:settle', {
    ...chosen,
    difference: difference[0]!.uid,
    decision: made,
    reason,
    comment,
  });
}

async function list(options: Options): Promise<void> {
  const filter = toFilter(options);
  const all = await withCorpus(options, 'read', async (client) => {
    const found: DoubleTagged[] = [];
    for (;;) {
      const page = await client.call('adjudication:list', { filter, offset: found.length, limit: PAGE });
      found.push(...page.articles);
      if (page.articles.length < PAGE) return found;
    }
  });
  if (options.json) return printJson(all);
  printTable(
    ['article', 'title', 'tagged by', 'agree', 'differ', 'settled', 'state'],
    all.map(({ article, title, coders, agreed, open, settled, ...how }) => [
      article.slice(0, 8),
      title,
      coders.map(({ name }) => name).join(', '),
      agreed,
      open,
      settled,
      stateWords(how),
    ]),
  );
  const done = all.filter(({ state }) => state === 'done');
  print(cliMessages.total(all.length, 'article'));
  print(settleMessages.changedOf(done.length, done.filter(({ isChanged }) => isChanged).length));
}

const stateWords = ({ state, isChanged }: Pick<DoubleTagged, 'state' | 'isChanged'>) =>
  settleMessages.states[isChanged ? 'changed' : (state ?? 'toSettle')];

function printAdjudication({ left, right, annotations, agreed, differences, state, isChanged }: Adjudication): void {
  const known = new Map([...annotations.left, ...annotations.right].map((each) => [each.uid, each]));
  const says = (uid: Difference['left']) => {
    const tag = uid === null ? undefined : known.get(uid);
    return tag ? `${tag.label} “${tag.spans.map(({ quote }) => quote).join(' … ')}”` : settleMessages.nothing;
  };
  printTable(
    ['difference', 'in', left, right, 'decided', 'by'],
    differences.map(({ uid, kind, left: one, right: other, settlement }) => [
      uid.slice(0, 8),
      kind,
      says(one),
      says(other),
      settlement === null ? '' : settlement.decision + (settlement.isOutdated ? ` (${settleMessages.outdated})` : ''),
      settlement?.by ?? '',
    ]),
  );
  const begun = state === null ? settleMessages.agreedOpen(agreed.length) : settleMessages.agreed(agreed.length);
  if (isChanged) print(`${begun} ${settleMessages.changedTitle}. ${settleMessages.changed}`);
  else print(state === 'done' ? `${begun} ${settleMessages.allTitle}.` : begun);
}
