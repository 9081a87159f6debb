import type { Decision } from '#shared/domain/review';
import { isObject, type Json } from '../json/recognise-values.ts';

/** What one person or model said of a task. `prefix` parts its ids from those of others. */
export type Said = { results: Json[]; annotator: string | null; state: Decision | null; prefix: string; raw: Json };

const listObjects = (value: unknown): Json[] => (Array.isArray(value) ? (value as unknown[]).filter(isObject) : []);

/** The annotations of a task, or its predictions, in order. */
export const listSaid = (task: Json, name: 'annotations' | 'completions' | 'predictions' | 'drafts'): Said[] =>
  listObjects(task[name]).map((raw, n) => ({
    results: listObjects(raw['result']),
    annotator: nameOf(raw['completed_by']),
    state: decisionOf(listObjects(raw['reviews']).at(-1)),
    prefix: n === 0 ? '' : `${n}/`,
    raw,
  }));

/** People are known by a number, or by what an export says of them. */
function nameOf(who: unknown): string | null {
  if (typeof who === 'number' || typeof who === 'string') return String(who);
  if (!isObject(who)) return null;
  const names = [who['first_name'], who['last_name']].filter((name) => typeof name === 'string' && name !== '');
  const known = [names.join(' '), who['email'], who['username']].find(
    (name) => typeof name === 'string' && name !== '',
  );
  return typeof known === 'string' ? known : typeof who['id'] === 'number' ? String(who['id']) : null;
}

const decisionOf = (review: Json | undefined): Decision | null =>
  review?.['accepted'] === true ? 'accepted' : review?.['accepted'] === false ? 'rejected' : null;
