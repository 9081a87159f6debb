import type { FormatName } from '#shared/domain/dataset';
import { ExpectedError } from '#shared/errors';
import { brat } from './brat/brat-format.ts';
import { casJson } from './cas-json/cas-json-format.ts';
import { claimReview } from './claimreview/claimreview-format.ts';
import { conll2003 } from './conll-2003/conll-2003-format.ts';
import { conll2012 } from './conll-2012/conll-2012-format.ts';
import { conllU } from './conll-u/conll-u-format.ts';
import { csv, tsv } from './csv/csv-format.ts';
import { doccano } from './doccano/doccano-format.ts';
import type { Format } from './format.ts';
import { huggingFace } from './hugging-face/hugging-face-format.ts';
import { jsonl } from './jsonl/jsonl-format.ts';
import { labelStudio } from './label-studio/label-studio-format.ts';
import { prodigy } from './prodigy/prodigy-format.ts';
import { qdpx } from './qdpx/qdpx-format.ts';
import { tei } from './tei/tei-format.ts';
import { w3c } from './w3c/w3c-format.ts';
import { webannoTsv } from './webanno-tsv/webanno-tsv-format.ts';
import { xlsx } from './xlsx/xlsx-format.ts';
import { xmi } from './xmi/xmi-format.ts';

/**
 * Every format that a dataset can be written in, or read from. Where files could be of several, the first that recognises them
 * reads them: the more particular stand first.
 */
export const formats: readonly Format[] = [
  jsonl,
  huggingFace,
  qdpx,
  xmi,
  casJson,
  tei,
  w3c,
  labelStudio,
  prodigy,
  doccano,
  brat,
  webannoTsv,
  conllU,
  conll2012,
  conll2003,
  csv,
  tsv,
  claimReview,
  xlsx,
];

/** Errors: format-unknown. */
export function getFormat(name: FormatName): Format {
  const found = formats.find((format) => format.name === name);
  if (!found)
    throw new ExpectedError('format-unknown', { format: name, known: formats.map((format) => format.name).join(', ') });
  return found;
}
