import { ArticleFilter } from '../domain/filter.ts';
import { ExpectedError } from '../errors.ts';

/** What each word before a `=` says, and whether it may be said several times. Source: the options of the command line. */
const keys = {
  article: { field: 'articles', many: true },
  outlet: { field: 'outlets', many: true },
  from: { field: 'from', many: false },
  to: { field: 'to', many: false },
  state: { field: 'states', many: true },
  title: { field: 'title', many: false },
  search: { field: 'search', many: false },
  label: { field: 'labels', many: true },
  by: { field: 'annotators', many: true },
  entity: { field: 'entities', many: true },
} as const satisfies Record<string, { field: keyof ArticleFilter; many: boolean }>;
type Key = keyof typeof keys;

/** `saved`: the name of a saved filter that the rest stands on; null where none is named. */
export type FilterText = { saved: string | null; filter: ArticleFilter };

/** A part of a filter in one string: `key=value`, or a value alone; a value with blanks in it stands in quotation marks. */
const partPattern = /\s*(?:(?<key>\p{L}+)=)?(?:"(?<quoted>(?:[^"\\]|\\["\\])*)"|(?<plain>[^\s"]+))(?=\s|$)/uy;

/**
 * Reads a filter as it is written in one string: `FNA`, `outlet=FNA from=2019-01 search="…"`. A word alone is an outlet.
 *
 * Throws filter-unreadable where a part of it says nothing.
 */
export function parseFilter(text: string): FilterText {
  const given: Partial<Record<keyof ArticleFilter, string | string[]>> = {};
  let saved: string | null = null;
  for (const { key, value, part } of listParts(text)) {
    if (key === 'filter') {
      if (saved !== null) throw new ExpectedError('filter-unreadable', { part, text });
      saved = value;
      continue;
    }
    if (!Object.hasOwn(keys, key)) throw new ExpectedError('filter-unreadable', { part, text });
    const { field, many } = keys[key as Key];
    if (many) given[field] = [...((given[field] as string[] | undefined) ?? []), value];
    else if (given[field] === undefined) given[field] = value;
    else throw new ExpectedError('filter-unreadable', { part, text });
    if (!ArticleFilter.shape[field].safeParse(given[field]).success)
      throw new ExpectedError('filter-unreadable', { part, text });
  }
  return { saved, filter: given as ArticleFilter };
}

function listParts(text: string): { key: string; value: string; part: string }[] {
  const end = text.trimEnd().length;
  const parts: { key: string; value: string; part: string }[] = [];
  for (let at = 0; at < end;) {
    partPattern.lastIndex = at;
    const found = partPattern.exec(text);
    if (!found) throw new ExpectedError('filter-unreadable', { part: text.slice(at).trim(), text });
    const { key = 'outlet', quoted, plain = '' } = found.groups!;
    if (/^\p{L}+=$/u.test(plain)) throw new ExpectedError('filter-unreadable', { part: plain, text });
    parts.push({
      key,
      value: quoted === undefined ? plain : quoted.replace(/\\(["\\])/gu, '$1'),
      part: found[0].trim(),
    });
    at = partPattern.lastIndex;
  }
  return parts;
}

/** A filter in one string, as `parseFilter` reads it; empty for one that means all articles. */
export function printFilter(filter: ArticleFilter): string {
  return Object.entries(keys)
    .flatMap(([key, { field }]) => [filter[field] ?? []].flat().map((value) => `${key}=${quote(value)}`))
    .join(' ');
}

const quote = (value: string) =>
  /^[^\s"\\]+$/u.test(value) ? value : `"${value.replace(/["\\]/gu, (sign) => `\\${sign}`)}"`;
