import { parseNumbered, splitCell, unescapeValue } from './escape.ts';
import type { Column } from './read-layers.ts';
import type { Sheet, Unit } from './read-rows.ts';

/** One annotation or relation of a layer as the cells give it. `values`: by column; null where a feature has none. */
export type Cell = {
  layer: number;
  id: string | null;
  units: Unit[];
  values: Map<number, string | null>;
  /** The roles of its slots and who has them; of a relation where it leads from; of a chain's link its place in the chain. */
  links: { role: string | null; target: string; column: number }[];
};

/** All annotations in order; those with a number over all units that name it. */
export function readCells({ sentences, layers, columns }: Sheet): Cell[] {
  const found: Cell[] = [];
  const numbered = new Map<string, Cell>();
  for (const { units } of sentences)
    for (const unit of units) {
      if (!unit.cells) continue;
      for (const [n, layer] of layers.entries()) {
        if (layer.columns.every((column) => unit.cells![column] === '_')) continue;
        const stacks = layer.columns.map((column) => splitCell(unit.cells![column]!, '|'));
        const height = Math.max(...stacks.map((stack) => stack.length));
        for (let level = 0; level < height; level += 1) {
          const cell = toCell(n, layer.columns, stacks, level, unit, columns);
          if (!cell) continue;
          const known = cell.id === null ? undefined : numbered.get(`${n} ${cell.id}`);
          if (known) known.units.push(unit);
          else {
            found.push(cell);
            if (cell.id !== null) numbered.set(`${n} ${cell.id}`, cell);
          }
        }
      }
    }
  return found;
}

/** Undefined where no column says anything. */
function toCell(
  layer: number,
  at: readonly number[],
  stacks: readonly string[][],
  level: number,
  unit: Unit,
  columns: readonly Column[],
): Cell | undefined {
  const cell: Cell = { layer, id: null, units: [unit], values: new Map(), links: [] };
  let isThere = false;
  let roles: string[] = [];
  let chained: string | null = null;
  for (const [n, column] of at.entries()) {
    const item = stacks[n]![level] ?? '_';
    const { kind } = columns[column]!;
    const { value, id } = kind === 'targets' || kind === 'base' ? { value: item, id: null } : parseNumbered(item);
    if (value !== '_' || id !== null) isThere = true;
    cell.id ??= id;
    const place = kind === 'chain' ? /^(.*)->(\d+-\d+)$/su.exec(value) : null;
    if (place) {
      cell.links.push({ role: toRole(place[1]), target: place[2]!, column });
      chained = place[2]!; // the number in brackets is the chain's here
    } else if (kind === 'feature' || kind === 'chain')
      cell.values.set(column, value === '_' || value === '*' ? null : unescapeValue(value));
    else if (kind === 'roles') roles = splitCell(value, ';');
    else if (value === '_' || value === '*') continue;
    else if (kind === 'targets')
      for (const [m, target] of splitCell(value, ';').entries())
        cell.links.push({ role: toRole(roles[m]), target, column });
    else cell.links.push({ role: null, target: value, column });
  }
  cell.id = chained ?? cell.id;
  return isThere ? cell : undefined;
}

const toRole = (role: string | undefined) =>
  role === undefined || role === '*' || role === '_' || role === '' ? null : unescapeValue(role);
