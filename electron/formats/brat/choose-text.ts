import { createUnitMap } from '#shared/text/offset-units';
import type { FoundAnnotation } from '../found.ts';

const UNITS = ['codepoint', 'utf16'] as const;

/**
 * The text that offsets count in: as it lies in its file, unless more words agree with it as it was before somebody changed its line
 * ends, as version control does, or took the mark at its beginning as none of it.
 */
export function chooseText(text: string, annotations: readonly FoundAnnotation[]): string {
  const quoted = annotations.filter(({ quote }) => quote !== undefined);
  let best = { text, agree: -1 };
  for (const each of listTexts(text)) {
    const agree = Math.max(...UNITS.map((unit) => countAgreeing(each, unit, quoted)));
    if (agree > best.agree) best = { text: each, agree };
    if (best.agree === quoted.length) break;
  }
  return best.text;
}

function* listTexts(text: string): Generator<string> {
  const other = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
  yield text;
  yield other;
  if (!text.startsWith('\uFEFF')) return;
  yield text.slice(1);
  yield other.slice(1);
}

function countAgreeing(text: string, unit: (typeof UNITS)[number], annotations: readonly FoundAnnotation[]): number {
  const { toUtf16 } = createUnitMap(text, unit);
  const wordsOf = ({ start, end }: FoundAnnotation['spans'][number]) => text.slice(toUtf16(start), toUtf16(end));
  return annotations.filter(({ spans, quote }) => spans.map(wordsOf).join(quote!.joiner) === quote!.text).length;
}
