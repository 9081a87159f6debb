import { InvalidArgumentError, type Command } from 'commander';
import type { Input } from '#shared/api/contract';
import type { HistoryRow, ListedStep } from '#shared/domain/journal';
import { cliMessages } from '#shared/messages/en/command-line';
import { historyMessages } from '#shared/messages/en/history';
import type { WorkerClient } from '../../worker/worker-client.ts';
import { printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

const PAGE = 5000;
const STEPS_A_PAGE = 1000;

type Options = CommonOptions & {
  article?: string;
  annotation?: string;
  entity?: string;
  by?: string;
  day?: { from: string; to: string };
  step?: string;
  steps?: boolean;
};

/** A day of this computer's calendar, from its first moment to the next day's. */
function parseDay(text: string): { from: string; to: string } {
  const [year = NaN, month = NaN, day = NaN] = text.split('-').map(Number);
  const from = new Date(year, month - 1, day);
  if (!/^\d{4}-\d\d-\d\d$/u.test(text) || from.getDate() !== day)
    throw new InvalidArgumentError(cliMessages.badDay(text));
  return { from: from.toISOString(), to: new Date(year, month - 1, day + 1).toISOString() };
}

export function addHistory(command: Command): void {
  command
    .option('--article <uid>', 'only what was done to this article and in it')
    .option('--annotation <uid>', 'only what was done to this annotation')
    .option('--entity <uid>', 'only what was done to this entity and its aliases, or to any other row')
    .option('--by <annotator>', 'only what this person did')
    .option('--day <yyyy-mm-dd>', 'only what was done on this day', parseDay)
    .option('--step <uid>', 'only what this step did')
    .option('--steps', 'list the steps instead of each row that they changed')
    .action(async (options: Options) => {
      const found = await withCorpus(options, 'read', (client) => list(client, options));
      if (options.json) return printJson(found.steps ?? found.rows);
      if (found.steps) printSteps(found.steps);
      else printRows(found.rows);
    });
}

async function list(client: WorkerClient, options: Options) {
  const { article, annotation, entity, by, day, step, steps } = options;
  const chosen = {
    ...(article !== undefined && { article }),
    ...(annotation !== undefined && { annotation }),
    ...(entity !== undefined && { target: entity }),
    ...(by !== undefined && { annotator: by }),
    ...day,
  } as Input<'history:steps'>;
  if (steps) {
    const limit = STEPS_A_PAGE;
    const page = (before?: number) => client.call('history:steps', { ...chosen, ...(before && { before }), limit });
    return { steps: await listAll(page, limit), rows: [] };
  }
  const rest = { ...(step !== undefined && { step }), limit: PAGE } as Input<'history:list'>;
  const page = (before?: number) => client.call('history:list', { ...chosen, ...rest, ...(before && { before }) });
  return { rows: await listAll(page, PAGE) };
}

/** Pages come newest first; all of them are given oldest first. */
async function listAll<T extends { seq: number }>(read: (before?: number) => Promise<T[]>, size: number): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const page = await read(found.at(-1)?.seq);
    found.push(...page);
    if (page.length < size) return found.reverse();
  }
}

const moment = (at: string) => at.slice(0, 19).replace('T', ' ');

function printRows(rows: HistoryRow[]): void {
  printTable(
    ['row', 'when', 'who', 'act', 'op', 'what', ''],
    rows.map(({ seq, at, annotator, act, op, kind, target, after, before }) => [
      seq,
      moment(at),
      annotator,
      act,
      op,
      `${kind} ${target.slice(0, 18)}`,
      Object.keys(op === 'update' ? (after ?? {}) : (before ?? {})).join(', '),
    ]),
  );
}

function printSteps(steps: ListedStep[]): void {
  printTable(
    ['step', 'when', 'who', 'act', '', 'what', ''],
    steps.map(({ uid, at, annotator, act, state, touched, example }) => [
      uid.slice(0, 18),
      moment(at),
      annotator,
      act,
      state === 'stays' ? '' : state,
      historyMessages.touched(touched),
      example,
    ]),
  );
}
