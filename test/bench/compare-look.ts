import { contract } from '#shared/api/contract';
import type { Compared } from '#shared/domain/comparison';
import { KeynessOf } from '#shared/domain/keyness';
import { comparisonHandlers } from '../../electron/api/handlers/comparison-handlers.ts';
import type { Session } from '../../electron/api/session.ts';
import type { ReadDb } from '../../electron/corpus/connection.ts';
import type { Job } from '../../electron/services/job.ts';

type Channel = keyof typeof comparisonHandlers;
/** A view, by its name in tables, and what is asked beside the two sides. */
export type View = { name: string; channel: Channel; more: object };

const noJob: Job = { report: () => {}, isCancelled: () => false };

/** What can be asked of two sides alone, but for all of it in one; words, and what else is compared like words. */
export const views: readonly View[] = (Object.keys(comparisonHandlers) as Channel[])
  .filter((channel) => channel !== 'compare:whole' && contract[channel].input.safeParse({}).success)
  .flatMap((channel): View[] =>
    channel === 'compare:words'
      ? KeynessOf.options.map((of) => ({ name: of === 'words' ? channel : `${channel}, ${of}`, channel, more: { of } }))
      : [{ name: channel, channel, more: {} }],
  );

/** How long it takes to answer. Unit: ms. */
export async function look(read: ReadDb, { channel, more }: View, sides: Partial<Compared>): Promise<number> {
  const input = contract[channel].input.parse({ ...sides, ...more });
  const session = { getCorpus: () => ({ read }) } as unknown as Session; // all that a reading handler asks of it
  const show = comparisonHandlers[channel] as (
    input: unknown,
    context: { session: Session; job: Job },
  ) => Promise<unknown>;
  const from = performance.now();
  await show(input, { session, job: noJob });
  return performance.now() - from;
}
