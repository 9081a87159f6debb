import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { entityMessages as words } from '#shared/messages/en/entities';
import { queries, type EntityFilter } from '../../api/queries.ts';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';

type Props = { choice: EntityFilter; total: number; onChoose(choice: EntityFilter): void };

/** Which entities are listed, by label, kind and outlet, and in which order. */
export function EntityFilters({ choice, onChoose }: Props) {
  const labels = (useQuery(queries.codebook()).data?.labels ?? []).filter(({ entityKinds }) => entityKinds.length > 0);
  const outlets = useQuery(queries.outlets()).data ?? [];
  const { labels: [label] = [], kinds: [kind] = [], outlets: [outlet] = [], sort = 'count' } = choice;
  const kinds = [
    ...new Set(labels.filter(({ name }) => label === undefined || name === label).flatMap((each) => each.entityKinds)),
  ];
  const set = (name: 'labels' | 'kinds' | 'outlets', value: string | undefined) => {
    const next: EntityFilter = { ...choice };
    delete next[name];
    if (name === 'labels') delete next.kinds; // a kind is one of its label's
    if (value !== undefined) next[name] = [value];
    onChoose(next);
  };
  const toItems = (name: 'labels' | 'kinds' | 'outlets', every: string, chosen: string | undefined, all: string[]) => [
    { name: every, isOn: chosen === undefined, run: () => set(name, undefined) },
    ...all.map((each) => ({ name: each, isOn: each === chosen, run: () => set(name, each) })),
  ];
  const names = (things: { name: string }[]) => things.map(({ name }) => name);
  return (
    <div className="lib-filter ent-filter">
      <Pick
        name={words.labels}
        shown={label ?? words.allLabels}
        items={toItems('labels', words.allLabels, label, names(labels))}
      />
      <Pick
        name={words.kindFilter}
        shown={kind ?? words.everyKind}
        items={toItems('kinds', words.everyKind, kind, kinds)}
      />
      <Pick
        name={words.outletFilter}
        shown={outlet ?? words.everyOutlet}
        items={toItems('outlets', words.everyOutlet, outlet, names(outlets))}
      />
      <Pick
        name={words.sort}
        shown={words.sorts[sort]}
        items={(['count', 'name'] as const).map((each) => ({
          name: words.sorts[each],
          isOn: each === sort,
          run: () => onChoose({ ...choice, sort: each }),
        }))}
      />
    </div>
  );
}

function Pick({ name, shown, items }: { name: string; shown: string; items: MenuItem[] }) {
  return (
    <Menu isChoice trigger={<button type="button" className="chip" aria-label={`${name}: ${shown}`} />} items={items}>
      <bdi className="trunc">{shown}</bdi>
      <ChevronDown className="i" aria-hidden="true" />
    </Menu>
  );
}
