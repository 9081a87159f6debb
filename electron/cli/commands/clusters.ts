import type { Command } from 'commander';
import type { Input } from '#shared/api/contract';
import type { Cluster, ClusterDetails, ClusterSlot } from '#shared/domain/cluster';
import type { AnnotationRef, ArticleRef, ClusterRef } from '#shared/domain/ids';
import { cliMessages } from '#shared/messages/en/command-line';
import { outsideMessages } from '#shared/messages/en/outside';
import { clusterMessages } from '#shared/messages/en/relations';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { findOutside } from '../outside.ts';
import { print, printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & {
  new?: string;
  title?: string;
  date?: string;
  place?: string;
  note?: string;
  claim?: string[];
  takeOff?: string[];
  query?: string;
  article?: string;
};

/** Lists event cards, shows one, makes one, or puts claims on one. */
export function addClusters(command: Command): void {
  command
    .argument('[card]')
    .option('--new <title>', 'make a card')
    .option('--title <title>', 'another title for the card')
    .option('--date <date>', 'when it happened (2019, 2019-01 or 2019-01-16)')
    .option('--place <entity>', 'where it happened')
    .option('--note <text>', 'what the next reader should know')
    .option('--claim <uid...>', 'put these claims on the card')
    .option('--take-off <uid...>', 'take these claims off the card')
    .option('--query <words>', 'only cards with these words in their title or note')
    .option('--article <uid>', 'only cards with a claim of this article')
    .action(async (card: string | undefined, options: Options) => {
      if (card === undefined && options.new === undefined) return list(options);
      const { details, outside } = await withCorpus(options, isWriting(options) ? 'write' : 'read', async (client) => {
        const { new: title } = options;
        const shown = await (title === undefined
          ? change(client, card as ClusterRef, options)
          : make(client, title, options));
        return { details: shown, outside: await findOutside(client, [shown.uid]) };
      });
      if (options.json) printJson(toPrinted(details, outside));
      else printCard(details, outside?.get(details.uid)?.claims ?? 0);
    });
}

/** In a package, with how many of its claims are not in that. */
const toPrinted = (card: Cluster, outside: Awaited<ReturnType<typeof findOutside>>) => ({
  ...card,
  ...(outside && { claimsOutside: outside.get(card.uid)?.claims ?? 0 }),
});

const isWriting = ({ new: title, claim, takeOff, ...options }: Options) =>
  title !== undefined || claim !== undefined || takeOff !== undefined || Object.keys(toChanges(options)).length > 0;

const toChanges = ({ title, date, place, note }: Options) => ({
  ...(title !== undefined && { title }),
  ...(date !== undefined && { date }),
  ...(place !== undefined && { place }),
  ...(note !== undefined && { note }),
});

const make = (client: WorkerClient, title: string, options: Options): Promise<ClusterDetails> =>
  client.call('clusters:create', { ...toChanges(options), title, claims: options.claim ?? [] });

async function change(client: WorkerClient, cluster: ClusterRef, options: Options): Promise<ClusterDetails> {
  const changes = toChanges(options);
  if (Object.keys(changes).length > 0) await client.call('clusters:update', { cluster, changes });
  const [claims, off] = [options.claim, options.takeOff] as (AnnotationRef[] | undefined)[];
  if (claims) await client.call('clusters:add-claims', { cluster, claims });
  if (off) await client.call('clusters:remove-claims', { cluster, claims: off });
  return client.call('clusters:get', { cluster });
}

const PAGE = 1000;

async function list(options: Options): Promise<void> {
  const { query, article } = options;
  const chosen = {
    ...(query !== undefined && { query }),
    ...(article !== undefined && { article: article as ArticleRef }),
  };
  const { all, outside } = await withCorpus(options, 'read', async (client) => {
    const found = await listAll(client, chosen);
    const uids = found.map(({ uid }) => uid);
    return { all: found, outside: await findOutside(client, uids) };
  });
  if (options.json) return printJson(all.map((card) => toPrinted(card, outside)));
  const rows = all.map(({ uid, title, date, place, claims }) => [
    ...[uid.slice(0, 18), title, date, place, claims],
    ...(outside ? [outsideMessages.cell(outside.get(uid)?.claims ?? 0, 'claim')] : []),
  ]);
  printTable(['card', 'title', 'date', 'place', 'claims', ...(outside ? [outsideMessages.column] : [])], rows);
  print(cliMessages.total(all.length, 'event card'));
}

async function listAll(client: WorkerClient, chosen: Partial<Input<'clusters:list'>>): Promise<Cluster[]> {
  const found: Cluster[] = [];
  for (;;) {
    const page = await client.call('clusters:list', { ...chosen, offset: found.length, limit: PAGE });
    found.push(...page.clusters);
    if (page.clusters.length < PAGE) return found;
  }
}

function printCard({ title, date, place, note, members, slots }: ClusterDetails, claimsOutside: number): void {
  print([title, date, place].filter((part) => part !== null).join(' · '));
  if (note !== '') print(note);
  const rows = members.map(({ annotation, outlet, date: of, quote, speakers, figures }) => [
    annotation.slice(0, 18),
    outlet ?? cliMessages.unknownOutlet,
    of,
    speakers.join(' ← '),
    figures.map(clusterMessages.figure).join('; '),
    quote,
  ]);
  printTable(['claim', 'outlet', 'date', 'who says so', 'figures', 'quote'], rows);
  if (slots.length > 0) printTable(['', 'range', ''], slots.map(toSlotRow));
  if (claimsOutside > 0) print(`${outsideMessages.claims(claimsOutside)} ${outsideMessages.kept}`);
}

const toSlotRow = (slot: ClusterSlot) => [
  clusterMessages.slot(slot),
  clusterMessages.range(slot.low, slot.high),
  slot.meet ? '' : clusterMessages.apart,
];
