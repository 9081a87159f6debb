import type { FormatName } from '#shared/domain/dataset';
import { csv } from './csv/csv-format.ts';
import type { Format } from './format.ts';
import { jsonl } from './jsonl/jsonl-format.ts';

/** Every format that a dataset can be written in. */
export const formats: { readonly [F in FormatName]: Format } = { jsonl, csv };
