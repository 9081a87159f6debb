import { toPlain } from '../plain-values.ts';
import { isObject, type Json } from './recognise-values.ts';

/** Keys and values as metadata of an article: what is empty is left out, and what stands in an object stands by itself. */
export const toMeta = (values: Json): { key: string; value: string }[] =>
  Object.entries(values).flatMap(([key, value]) => {
    if (value === null || value === undefined || value === '') return [];
    if (Array.isArray(value) && value.length === 0) return [];
    return isObject(value) ? toMeta(value) : [{ key, value: toPlain(value) }];
  });
