import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Input } from '#shared/api/contract';
import { entityCliMessages as text } from '#shared/messages/en/entities';
import type { ListedEntity } from '#shared/domain/entity';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { findOutside } from '../outside.ts';
import { print, printJson } from '../print.ts';
import { printEntities, toPrinted } from '../print-entities.ts';
import { runJob, UsageError, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & {
  label?: string[];
  outlet?: string[];
  query?: string;
  kind?: string;
  alias?: string[];
  form?: string;
  neverAlone?: boolean;
  into?: string;
  to?: string;
  add?: string;
  merge?: string;
  unmerge?: string;
  rename?: string;
  linkForm?: string;
  confirm?: string;
  remove?: string;
  import?: string;
};

const acts = ['add', 'merge', 'unmerge', 'rename', 'linkForm', 'confirm', 'remove', 'import'] as const;

/** Lists entities with their forms by outlet; adds, changes, merges, links them, or takes over a list. */
export function addEntities(command: Command): void {
  command
    .option('--label <name...>', text.options.label)
    .option('--outlet <name...>', text.options.outlet)
    .option('--query <words>', text.options.query)
    .option('--add <name>', text.options.add)
    .option('--kind <kind>', text.options.kind)
    .option('--alias <name...>', text.options.alias)
    .option('--form <words>', text.options.form)
    .option('--never-alone', text.options.neverAlone)
    .option('--merge <entity>', text.options.merge)
    .option('--into <entity>', text.options.into)
    .option('--unmerge <uid>', text.options.unmerge)
    .option('--rename <entity>', text.options.rename)
    .option('--to <name>', text.options.to)
    .option('--link-form <entity>', text.options.linkForm)
    .option('--confirm <entity>', text.options.confirm)
    .option('--remove <entity>', text.options.remove)
    .option('--import <file>', text.options.import)
    .action(run);
}

async function run(options: Options): Promise<void> {
  if (acts.filter((act) => options[act] !== undefined).length > 1) throw new UsageError(text.oneAtATime);
  const changed = toChange(options);
  if (changed) {
    const { entity, outside } = await withCorpus(options, 'write', async (client) => {
      const made = await changed(client);
      return { entity: made, outside: await findOutside(client, [made.uid]) };
    });
    return options.json ? printJson(toPrinted(entity, outside)) : printEntities([entity], outside);
  }
  const { linkForm, confirm, remove, import: file } = options;
  const form = options.form === undefined ? {} : { form: options.form };
  if (linkForm !== undefined) {
    const input = { entity: linkForm, ...form };
    const answer = await withCorpus(options, 'write', (client) => runJob(client, 'entities:link-form', input));
    return say(options, answer, text.linked(answer.linked));
  }
  if (confirm !== undefined) {
    const input = { entity: confirm, ...form };
    const answer = await withCorpus(options, 'write', (client) => client.call('entities:confirm', input));
    return say(options, answer, text.confirmed(answer.confirmed));
  }
  if (remove !== undefined) {
    const answer = await withCorpus(options, 'write', (client) => client.call('entities:remove', { entity: remove }));
    return say(options, answer, text.removed(remove));
  }
  if (file !== undefined) return importFile(options, file);
  await list(options);
}

type Change = (client: WorkerClient) => Promise<ListedEntity>;

/** The change of one entity that the options ask for; undefined where they ask for something else. */
function toChange({ add, merge, unmerge, rename, alias = [], ...options }: Options): Change | undefined {
  const { into, to, form, outlet = [], label = [], kind, neverAlone = false } = options;
  if (add !== undefined) {
    if (label.length !== 1) throw new UsageError(text.needLabel);
    const entity = { name: add, label: label[0]!, aliases: alias, ...(kind !== undefined && { kind }) };
    return (client) => client.call('entities:create', entity);
  }
  if (merge !== undefined) {
    if (into === undefined) throw new UsageError(text.need('merge', 'into'));
    return (client) => client.call('entities:merge', { entity: merge, into });
  }
  if (unmerge !== undefined) return (client) => client.call('entities:unmerge', { entity: unmerge });
  if (rename !== undefined) {
    if (to === undefined) throw new UsageError(text.need('rename', 'to'));
    return (client) => client.call('entities:update', { entity: rename, changes: { name: to } });
  }
  const [entity] = alias;
  if (entity === undefined) return undefined;
  if (alias.length > 1 || form === undefined) throw new UsageError(text.need('alias', 'form'));
  const added = { form, outlet: outlet[0] ?? null, neverAlone };
  return (client) => client.call('entities:add-alias', { entity, alias: added });
}

async function importFile(options: Options, file: string): Promise<void> {
  const entities = readList(file); // before the corpus is open: it may be its own file
  const [label] = options.label ?? [];
  // the worker checks what the list holds
  const input = { entities, ...(label !== undefined && { label }) } as Input<'entities:import'>;
  const answer = await withCorpus(options, 'write', (client) => client.call('entities:import', input));
  say(options, answer, text.imported(answer));
}

function readList(file: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(file), 'utf8'));
  } catch (error) {
    throw new Error(text.badFile(file, (error as Error).message), { cause: error });
  }
}

const PAGE = 1000;

async function list(options: Options): Promise<void> {
  const { label, outlet, query } = options;
  const chosen = {
    ...(label && { labels: label }),
    ...(outlet && { outlets: outlet }),
    ...(query !== undefined && { query }),
  };
  const { all, outside } = await withCorpus(options, 'read', async (client) => {
    const found = await listAll(client, chosen);
    const uids = found.map(({ uid }) => uid);
    return { all: found, outside: await findOutside(client, uids) };
  });
  if (options.json) return printJson(all.map((entity) => toPrinted(entity, outside)));
  printEntities(all, outside);
  print(text.total(all.length));
}

async function listAll(client: WorkerClient, chosen: Partial<Input<'entities:list'>>): Promise<ListedEntity[]> {
  const found: ListedEntity[] = [];
  for (;;) {
    const page = await client.call('entities:list', { ...chosen, details: true, offset: found.length, limit: PAGE });
    found.push(...page.entities);
    if (page.entities.length < PAGE) return found;
  }
}

function say({ json }: Options, answer: object, words: string): void {
  if (json) printJson(answer);
  else print(words);
}
