import munkres from 'munkres';
import { listComponents } from './components.ts';
import { toDissimilarity, type Place } from './dissimilarity.ts';

/** Two that are less alike than this are cheaper alone: each costs 1. */
const APART = 2;

/** Disorder of the best alignment of two coders' units: those that are alone cost 1 each. */
export function alignTwo(left: readonly Place[], right: readonly Place[]): number {
  const edges = listNear(left, right);
  return listComponents(edges).reduce((disorder, component) => {
    if (component.length === 1) return disorder + component[0]!.cost - APART;
    const lefts = [...new Set(component.map((edge) => edge.left))];
    const rights = [...new Set(component.map((edge) => edge.right))];
    const costs = lefts.map(() => rights.map(() => APART));
    for (const edge of component) costs[lefts.indexOf(edge.left)]![rights.indexOf(edge.right)] = edge.cost;
    return munkres(costs).reduce((sum, [row, column]) => sum + costs[row]![column]! - APART, disorder);
  }, left.length + right.length);
}

type Near = { left: number; right: number; cost: number };

function listNear(left: readonly Place[], right: readonly Place[]): Near[] {
  return left.flatMap((one, l) =>
    right.flatMap((other, r): Near[] => {
      const cost = toDissimilarity(one, other);
      return cost < APART ? [{ left: l, right: r, cost }] : [];
    }),
  );
}
