import type { Command } from 'commander';
import type { Input } from '#shared/api/contract';
import { type AnnotationRef, type ArticleRef } from '#shared/domain/ids';
import type { OutsidePackage } from '#shared/domain/outside';
import type { Relation, RelationEnd } from '#shared/domain/relation';
import { cliMessages } from '#shared/messages/en/command-line';
import { outsideMessages } from '#shared/messages/en/outside';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { listAnnotationsOutside } from '../outside.ts';
import { print, printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

const PAGE = 10_000;

export function addRelate(command: Command): void {
  command
    .argument('<from>')
    .argument('<to>')
    .requiredOption('--kind <name>', 'a relation of the codebook')
    .option('--note <text>', 'what the next reader should know', '')
    .action(async (from: string, to: string, options: CommonOptions & { kind: string; note: string }) => {
      const ends = { from: from as AnnotationRef, to: to as AnnotationRef };
      const relation = await withCorpus(options, 'write', (client) =>
        client.call('relations:create', { ...ends, kind: options.kind, note: options.note }),
      );
      if (options.json) printJson(relation);
      else printRelations([relation]);
    });
}

type ListOptions = CommonOptions & { article?: string; annotation?: string; kind?: string; kinds?: boolean };

export function addRelations(command: Command): void {
  command
    .option('--article <uid>', 'only those of annotations of this article')
    .option('--annotation <uid>', 'only those of this annotation, in either direction')
    .option('--kind <name>', 'only those of this kind')
    .option('--kinds', 'list the kinds of relation instead')
    .action((options: ListOptions) => (options.kinds ? listKinds(options) : list(options)));
}

async function list(options: ListOptions): Promise<void> {
  const { article, annotation, kind } = options;
  const chosen = {
    ...(article !== undefined && { article: article as ArticleRef }),
    ...(annotation !== undefined && { annotation: annotation as AnnotationRef }),
    ...(kind !== undefined && { kind }),
  };
  const { all, outside } = await withCorpus(options, 'read', async (client) => ({
    all: await listAll(client, chosen),
    outside: await listAnnotationsOutside(client, chosen),
  }));
  if (options.json) return printJson([...all, ...outside.map(toPrinted)]);
  printRelations(all);
  print(cliMessages.total(all.length, 'relation'));
  printOutside(outside, kind !== undefined);
}

async function listAll(client: WorkerClient, chosen: Partial<Input<'relations:list'>>): Promise<Relation[]> {
  const found: Relation[] = [];
  for (;;) {
    const page = await client.call('relations:list', { ...chosen, offset: found.length, limit: PAGE });
    found.push(...page.relations);
    if (page.relations.length < PAGE) return found;
  }
}

/** What an annotation has to do with what is not in the package that is open, as programs take it. */
const toPrinted = ({ uid, relations, values }: OutsidePackage) => ({ annotation: uid, outside: { relations, values } });

function printOutside(outside: readonly OutsidePackage[], isOfAny: boolean): void {
  if (outside.length === 0) return;
  const rows = outside.map(({ uid, relations, values }) => [
    uid.slice(0, 18),
    outsideMessages.annotation(relations, values, isOfAny),
  ]);
  printTable(['annotation', outsideMessages.column], rows);
  print(outsideMessages.kept);
}

async function listKinds(options: ListOptions): Promise<void> {
  const kinds = await withCorpus(options, 'read', (client) => client.call('relations:kinds', {}));
  if (options.json) return printJson(kinds);
  const rows = kinds.map(({ name, from, to, isSymmetric, retired }) => [
    name,
    from.join(', '),
    to.join(', '),
    isSymmetric ? '↔' : '→',
    retired ? 'retired' : '',
  ]);
  printTable(['kind', 'from', 'to', '', ''], rows);
}

const describe = ({ label, quote, entity }: RelationEnd) =>
  `${label === null ? '' : `${label}: `}${quote}${entity === null || entity === quote ? '' : ` (${entity})`}`;

function printRelations(relations: Relation[]): void {
  const rows = relations.map(({ uid, kind, from, to, annotator, state, isComputed, note }) => [
    isComputed ? '' : uid.slice(0, 18),
    describe(from),
    kind,
    describe(to),
    annotator,
    state,
    note,
  ]);
  printTable(['relation', 'from', 'kind', 'to', 'annotator', 'state', 'note'], rows);
}
