import type { Cas } from './cas.ts';
import { ARTICLE_TYPE } from './name-types.ts';

/** What types, or types and features with `:` between, are called by people, where a file of ours says so. */
export function readOriginals({ structures }: Cas): ReadonlyMap<string, string> {
  for (const { type, features } of structures.values())
    if (type === ARTICLE_TYPE) return parseNames(features.get('names'));
  return new Map();
}

function parseNames(written: unknown): Map<string, string> {
  try {
    const names: unknown = JSON.parse(String(written));
    if (typeof names !== 'object' || names === null) return new Map();
    return new Map(Object.entries(names).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch {
    return new Map();
  }
}
