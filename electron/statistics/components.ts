/** Edges in groups that have no unit in common, each in the order given. */
export function listComponents<T extends { left: number; right: number }>(edges: readonly T[]): T[][] {
  const parents = new Map<number, number>();
  const find = (of: number): number => {
    let root = of;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(of, root);
    return root;
  };
  // units of the right side have numbers below zero
  for (const { left, right } of edges) parents.set(find(left), find(-1 - right));
  return [...Map.groupBy(edges, ({ left }) => find(left)).values()];
}
