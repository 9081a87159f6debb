import { widenToGraphemes } from '#shared/text/graphemes';
import type { ComparedArticle } from './round-trip.ts';

/** What XML 1.0 cannot hold, each UTF-16 unit by itself. */
const isForbidden = (code: number) =>
  (code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) || code === 0xfffe || code === 0xffff;
export const toXmlText = (text: string) =>
  text
    .split('')
    .map((unit) => (isForbidden(unit.charCodeAt(0)) ? '\uFFFD' : unit))
    .join('');

function inDepth<T>(value: T): T {
  if (typeof value === 'string') return toXmlText(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inDepth) as T;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inDepth(each as unknown)])) as T;
}

/** An article as XML carries it. Where a control character stood, a mark behind it may now belong to U+FFFD: then spans are wider. */
export function toXmlArticle(article: ComparedArticle): ComparedArticle {
  const replaced = inDepth(article);
  const text = replaced.text ?? '';
  return {
    ...replaced,
    annotations: replaced.annotations.map((annotation) => {
      const spans: { start: number; end: number }[] = [];
      for (const span of annotation.spans) {
        const { start, end } = widenToGraphemes(text, span);
        const last = spans.at(-1);
        if (last && start < last.end) last.end = Math.max(last.end, end);
        else spans.push({ start, end });
      }
      return { ...annotation, spans: spans.map((span) => ({ ...span, quote: text.slice(span.start, span.end) })) };
    }),
  };
}
