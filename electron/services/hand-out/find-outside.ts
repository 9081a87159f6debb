import type { ReadDb } from '../../corpus/connection.ts';
import type { Outside } from '../../corpus/journal/package-start.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import { listOutside } from '../../corpus/repositories/outside-repository.ts';

/** What a package of these articles has to leave out, by what it belongs to. `by`: whose own work alone goes along. */
export function findOutside(from: ReadDb, articles: readonly string[], by: string | null): Outside {
  const inside = new Set(articles);
  const { relations, claims, mentions, pointing } = listOutside(from, articles, by);
  const toCounts = (counts: { uid: string; n: number }[]) => Object.fromEntries(counts.map(({ uid, n }) => [uid, n]));
  const isOutside = ({ article }: { article: string | null }) => article !== null && !inside.has(article);
  return {
    relations: toCounts(relations),
    claims: toCounts(claims),
    mentions: toCounts(mentions),
    values: Object.fromEntries(
      pointing.map((uid) => [uid, findRecord(from, 'annotation', uid)!.values.filter(isOutside)]),
    ) as Outside['values'],
  };
}

/** How many references a package leaves out; mentions of its entities elsewhere are none. */
export function countOutside({ relations, claims, values }: Outside): number {
  const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
  return (
    sum(Object.values(relations)) + sum(Object.values(claims)) + sum(Object.values(values).map((items) => items.length))
  );
}
