import type { OffsetUnit } from '#shared/domain/dataset';
import { createUnitMap, type UnitMap } from '#shared/text/offset-units';
import { webannoMessages } from '#shared/messages/en/formats/webanno-tsv';
import type { Refusal, Sheet, Unit } from './read-rows.ts';

/** A file's text as far as it says it, and how many of its tokens stand in it where it says. */
export type LaidOut = { text: string; unit: OffsetUnit; map: UnitMap; agree: number };

/** Units that tools write, the format's own first. */
const UNITS = ['utf16', 'codepoint'] as const;

/** In the unit in which most tokens stand where they should: what lies between sentences is not in the file, but how much does. */
export function layOut(sheet: Sheet): LaidOut | Refusal {
  const tokens = sheet.sentences.reduce((sum, { units }) => sum + units.length, 0);
  let best: LaidOut | Refusal | undefined;
  for (const unit of UNITS) {
    const tried = layOutIn(sheet, unit);
    if (!best || ('agree' in tried && !('agree' in best && best.agree >= tried.agree))) best = tried;
    if ('agree' in best && best.agree === tokens) break;
  }
  return best!;
}

/** Whether a token stands in a text where it says. */
export function stands(text: string, { toUtf16 }: UnitMap, { begin, end, form }: Unit): boolean {
  const start = toUtf16(begin);
  return toUtf16(end) - start === form.length && text.startsWith(form, start);
}

function layOutIn({ sentences }: Sheet, unit: (typeof UNITS)[number]): LaidOut | Refusal {
  let text = '';
  let at = 0;
  for (const { text: words, line, units } of sentences) {
    const gap = units[0]!.begin - at;
    if (gap < 0) return { line, reason: webannoMessages.goesBack };
    text += gap === 0 ? words : `${' '.repeat(gap - 1)}${at === 0 ? ' ' : '\n'}${words}`;
    at += gap + (unit === 'utf16' ? words.length : Array.from(words).length);
  }
  const map = createUnitMap(text, unit);
  let agree = 0;
  for (const { units } of sentences) for (const each of units) if (stands(text, map, each)) agree += 1;
  return { text, unit, map, agree };
}
