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

/** Whether a first line is that of WebAnno TSV 2, which names layers and their features, or of another version before 3. */
export const isOlder = (line: string) =>
  /^(?:#FORMAT=WebAnno TSV [12]\b| # (?:webanno\.custom|de\.tudarmstadt\.ukp)\.[\w.]+ \|)/u.test(line);

const isRefusal = (parsed: Unit | Refusal): parsed is Refusal => 'reason' in parsed;

/** All that stands in a file, or the first line that does not fit. */
export function readRows(lines: Iterable<string>): Sheet | Refusal {
  const sheet: Sheet = { layers: [], columns: [], sentences: [], comments: 0 };
  let line = 0;
  let empty = '';
  let text: string[] = [];
  let isIn = false;
  let units: Unit[] = [];
  for (const written of lines) {
    line += 1;
    // a row, as most lines are
    if (isIn && isDigit(written.charCodeAt(0))) {
      const unit = toUnit(written, line, sheet.columns.length, empty);
      if (isRefusal(unit)) return unit;
      units.push(unit);
    } else if (line === 1) {
      if (!written.startsWith('#FORMAT=WebAnno TSV 3'))
        return { line, reason: isOlder(written) ? webannoMessages.older : webannoMessages.notIt };
    } else if (written.startsWith('#T_') && sheet.sentences.length === 0) {
      if (!addLayer(written, sheet)) return { line, reason: webannoMessages.badLayer };
      empty = '_\t'.repeat(sheet.columns.length);
    } else if (written.startsWith('#Text=')) {
      text.push(unescapeText(written.slice('#Text='.length)));
      isIn = false;
    } else if (written.startsWith('#')) sheet.comments += 1;
    else if (written.trim() !== '') {
      if (!isIn && text.length === 0) return { line, reason: webannoMessages.noText };
      if (!isIn) sheet.sentences.push({ text: text.join('\n'), line, units: (units = []) });
      [isIn, text] = [true, []];
      const unit = toUnit(written, line, sheet.columns.length, empty);
      if (isRefusal(unit)) return unit;
      units.push(unit);
    } else [isIn, text] = [false, []];
  }
  return line === 0 ? { line: 1, reason: webannoMessages.notIt } : sheet;
}

const unitName = /^\d+-\d+(?:\.\d+)?$/u;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** The number that a stretch of a line is; NaN where it is none. */
function parseNumber(line: string, start: number, end: number): number {
  let value = start < end ? 0 : NaN;
  for (let at = start; at < end; at += 1) {
    const code = line.charCodeAt(at);
    value = isDigit(code) ? value * 10 + code - 0x30 : NaN;
  }
  return value;
}

function toUnit(written: string, line: number, columns: number, empty: string): Unit | Refusal {
  const first = written.indexOf('\t');
  const second = written.indexOf('\t', first + 1);
  const behind = written.indexOf('\t', second + 1);
  const third = behind === -1 ? written.length : behind;
  const id = written.slice(0, first);
  const middle = written.indexOf('-', first + 1);
  const begin = parseNumber(written, first + 1, middle);
  const end = parseNumber(written, middle + 1, second);
  if (second === -1 || Number.isNaN(begin + end) || !unitName.test(id)) return { line, reason: webannoMessages.badRow };
  const unit: Unit = { id, begin, end, form: written.slice(second + 1, third), line, cells: null };
  // most rows say nothing: this is seen without a look at their columns
  if (written.length - third - 1 === empty.length && written.endsWith(empty)) return unit;
  const rest = written.slice(third + 1);
  const cells = rest === '' ? [] : rest.replace(/\t$/u, '').split('\t');
  // programs that add columns to some files of a corpus forget them in the head of others
  while (cells.length > columns && cells.at(-1) === '_') cells.pop();
  if (cells.length !== columns) return { line, reason: webannoMessages.columns(cells.length, columns) };
  unit.cells = cells;
  return unit;
}
