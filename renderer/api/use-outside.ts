import { useQuery } from '@tanstack/react-query';
import type { OutsidePackage } from '#shared/domain/outside';
import { call } from './client.ts';
import { useStatus } from './queries.ts';

const nothing: ReadonlyMap<string, OutsidePackage> = new Map();

/** In a package: what of annotations, entities or event cards is not in it, by uid. Empty in any other corpus. */
export function useOutside(uids: readonly string[]): ReadonlyMap<string, OutsidePackage> {
  const isPackage = useStatus()?.package != null;
  const { data } = useQuery({
    queryKey: ['outside', uids],
    queryFn: async () => {
      const { outside } = await call('packages:outside', { uids: [...uids] });
      return new Map(outside.map((each) => [each.uid, each]));
    },
    enabled: isPackage && uids.length > 0,
  });
  return (isPackage ? data : undefined) ?? nothing;
}
