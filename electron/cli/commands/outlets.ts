import type { Command } from 'commander';
import type { Outlet } from '#shared/domain/outlet';
import { entityCliMessages } from '#shared/messages/en/entities';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { printJson, printTable } from '../print.ts';
import { UsageError, withCorpus, type CommonOptions } from '../run.ts';

type Options = CommonOptions & {
  rename?: string;
  to?: string;
  merge?: string;
  into?: string;
  alias?: string;
  form?: string;
  entity?: string;
  is?: string;
  isNone?: boolean;
};

const { outletOptions: text, need, oneAtATime } = entityCliMessages;

/** Lists outlets; renames one, merges it, gives it a further name, or says which entity it is. */
export function addOutlets(command: Command): void {
  command
    .option('--rename <outlet>', text.rename)
    .option('--to <name>', text.to)
    .option('--merge <outlet>', text.merge)
    .option('--into <outlet>', text.into)
    .option('--alias <outlet>', text.alias)
    .option('--form <name>', text.form)
    .option('--entity <outlet>', text.entity)
    .option('--is <entity>', text.is)
    .option('--is-none', text.isNone)
    .action(async (options: Options) => {
      const change = toChange(options);
      const outlets = await (change
        ? withCorpus(options, 'write', change)
        : withCorpus(options, 'read', (client) => client.call('outlets:list', {})));
      if (options.json) return printJson(outlets);
      printOutlets(outlets);
    });
}

/** What the options ask to be changed; undefined where they only list. */
function toChange(options: Options): ((client: WorkerClient) => Promise<Outlet[]>) | undefined {
  const { rename, merge, alias, entity, to, into, form, is, isNone } = options;
  if ([rename, merge, alias, entity].filter((act) => act !== undefined).length > 1) throw new UsageError(oneAtATime);
  if (rename !== undefined) {
    if (to === undefined) throw new UsageError(need('rename', 'to'));
    return (client) => client.call('outlets:update', { outlet: rename, changes: { name: to } });
  }
  if (merge !== undefined) {
    if (into === undefined) throw new UsageError(need('merge', 'into'));
    return (client) => client.call('outlets:merge', { outlet: merge, into });
  }
  if (alias !== undefined) {
    if (form === undefined) throw new UsageError(need('alias', 'form'));
    return (client) => client.call('outlets:update', { outlet: alias, changes: { addAliases: [form] } });
  }
  if (entity === undefined) return undefined;
  if ((is === undefined) === (isNone === undefined)) throw new UsageError(need('entity', 'is'));
  return (client) => client.call('outlets:update', { outlet: entity, changes: { entity: is ?? null } });
}

function printOutlets(outlets: Outlet[]): void {
  const rows = outlets.map(({ name, articles, aliases, entity, merged }) => [
    name,
    articles,
    aliases.join(', '),
    entity?.name ?? '',
    merged.map((each) => each.name).join(', '),
  ]);
  printTable([...entityCliMessages.outletHeads], rows);
}
