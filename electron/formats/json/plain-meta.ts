import { toPlain } from '../plain-values.ts';
import { isObject, type Json } from './recognise-values.ts';

/** Keys and values as metadata of an article: what is empty is left out, and what stands in an object stands by itself. */
export const toMeta = (values: Json): { key: string; value: string }[] =>
  Object.entries(values).flatMap(([key, value]) => {
    if (value === null || value === undefined || value === '') return [];
    if (Array.isArray(value) && value.length === 0) return [];
    return isObject(value) ? toMeta(value) : [{ key, value: toPlain(value) }];
  });

/** Plain values of an object under other names than these: what another program says of something besides what is known. */
export const listOthers = (values: Json, known: ReadonlySet<string>): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string | number | boolean] =>
        !known.has(entry[0]) && ['string', 'number', 'boolean'].includes(typeof entry[1]) && entry[1] !== '',
    ),
  );
