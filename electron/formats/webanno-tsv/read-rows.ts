import { webannoMessages } from '#shared/messages/en/formats/webanno-tsv';
import { unescapeText } from './escape.ts';
import { addLayer, type Layers } from './read-layers.ts';

/** A token, or a part of one. Unit of `begin` and `end`: the file's own. `cells`: null where nothing is annotated. */
export type Unit = {
  id: string;
  begin: number;
  end: number;
  form: string;
  line: number;
  cells: string[] | null;
};
export type Sheet = Layers & { sentences: { text: string; line: number; units: Unit[] }[]; comments: number };
export type Refusal = { line: number; reason: string };

const isRefusal = (parsed: Unit | Refusal): parsed is Refusal => 'reason' in parsed;

/** All that stands in a file, or the first line that does not fit. */
export function readRows(lines: Iterable<string>): Sheet | Refusal {
  const sheet: Sheet = { layers: [], columns: [], sentences: [], comments: 0 };
  let line = 0;
  let empty = '';
  let text: string[] = [];
  let isIn = false;
  for (const written of lines) {
    line += 1;
    if (line === 1) {
      if (!written.startsWith('#FORMAT=WebAnno TSV 3')) return { line, reason: webannoMessages.notIt };
    } else if (written.startsWith('#T_') && sheet.sentences.length === 0) {
      if (!addLayer(written, sheet)) return { line, reason: webannoMessages.badLayer };
      empty = '_\t'.repeat(sheet.columns.length);
    } else if (written.startsWith('#Text=')) {
      text.push(unescapeText(written.slice('#Text='.length)));
      isIn = false;
    } else if (written.startsWith('#')) sheet.comments += 1;
    else if (written.trim() !== '') {
      if (!isIn && text.length === 0) return { line, reason: webannoMessages.noText };
      if (!isIn) sheet.sentences.push({ text: text.join('\n'), line, units: [] });
      [isIn, text] = [true, []];
      const unit = toUnit(written, line, sheet.columns.length, empty);
      if (isRefusal(unit)) return unit;
      sheet.sentences.at(-1)!.units.push(unit);
    } else [isIn, text] = [false, []];
  }
  return line === 0 ? { line: 1, reason: webannoMessages.notIt } : sheet;
}

const unitName = /^\d+-\d+(?:\.\d+)?$/u;
const place = /^(\d+)-(\d+)$/u;

function toUnit(written: string, line: number, columns: number, empty: string): Unit | Refusal {
  const first = written.indexOf('\t');
  const second = written.indexOf('\t', first + 1);
  const third = written.indexOf('\t', second + 1);
  const id = written.slice(0, first);
  const [, begin, end] = place.exec(written.slice(first + 1, second)) ?? [];
  if (second === -1 || begin === undefined || !unitName.test(id)) return { line, reason: webannoMessages.badRow };
  const form = written.slice(second + 1, third === -1 ? undefined : third);
  const rest = third === -1 ? '' : written.slice(third + 1);
  const unit: Unit = { id, begin: Number(begin), end: Number(end), form, line, cells: null };
  if (rest === empty) return unit;
  const cells = rest === '' ? [] : rest.replace(/\t$/u, '').split('\t');
  if (cells.length !== columns) return { line, reason: webannoMessages.columns(cells.length, columns) };
  return { ...unit, cells };
}
