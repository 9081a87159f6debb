import type { Input } from '#shared/api/contract';
import type { OutsidePackage } from '#shared/domain/outside';
import type { WorkerClient } from '../worker/worker-client.ts';

const PAGE = 1000;

/** What of entities or event cards, by uid, is not in the package that is open; null where what is open is none. */
export async function findOutside(
  client: WorkerClient,
  uids: readonly string[],
): Promise<ReadonlyMap<string, OutsidePackage> | null> {
  if (!(await isPackage(client))) return null;
  const found = new Map<string, OutsidePackage>();
  for (let from = 0; from < uids.length; from += PAGE) {
    const { outside } = await client.call('packages:outside', { uids: uids.slice(from, from + PAGE) });
    for (const each of outside) found.set(each.uid, each);
  }
  return found;
}

/** The annotations of which relations or values are not in the package that is open; none where what is open is none. */
export async function listAnnotationsOutside(
  client: WorkerClient,
  chosen: Pick<Input<'packages:outside-annotations'>, 'annotation' | 'article'>,
): Promise<OutsidePackage[]> {
  if (!(await isPackage(client))) return [];
  const found: OutsidePackage[] = [];
  for (;;) {
    const page = { offset: found.length, limit: PAGE };
    const { outside } = await client.call('packages:outside-annotations', { ...chosen, ...page });
    found.push(...outside);
    if (outside.length < PAGE) return found;
  }
}

const isPackage = async (client: WorkerClient): Promise<boolean> =>
  (await client.call('corpus:status', {}))?.package != null;
