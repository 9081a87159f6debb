import { Decision } from '#shared/domain/review';
import { unguardFormula } from './cells.ts';
import type { Columns, Field } from './columns.ts';

/** The cells of a row by what they are; empty ones are left out, guards of ours taken away. */
export type Fields = Partial<Record<Field, string>>;

export function createFieldReader({ of, isOurs }: Columns): (cells: readonly string[]) => Fields {
  const places = Object.entries(of) as [Field, number][];
  return (cells) => {
    const fields: Fields = {};
    for (const [field, at] of places) {
      const cell = cells[at]!;
      if (cell !== '') fields[field] = isOurs ? unguardFormula(cell) : cell;
    }
    return fields;
  };
}

export const toDecision = (state: string | undefined): Decision | null => Decision.safeParse(state).data ?? null;

export const isUid = (words: string | undefined): words is string =>
  words !== undefined && /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(words);
