import { expect } from 'vitest';
import { widenToGraphemes } from '#shared/text/graphemes';
import type { DatasetArticle, Format } from '../../../electron/formats/format.ts';
import { listLosses } from '../../../electron/formats/losses.ts';
import { toDataset } from './in-memory.ts';
import type { ComparedArticle } from './round-trip.ts';

const BLANK = '[\\s\\x1c-\\x1f\\x85]';
const atStart = new RegExp(`^${BLANK}+`, 'u');
const atEnd = new RegExp(`${BLANK}+$`, 'u');

type Spans = { start: number; end: number; quote: string }[];

/** Spans without the blanks at their ends, as far as no grapheme cluster is cut; none where nothing else is in them. */
const trimAll = (spans: Spans, text: string): Spans =>
  spans.flatMap(({ start, end }) => {
    const quote = text.slice(start, end);
    const from = start + (atStart.exec(quote)?.[0].length ?? 0);
    const to = end - (atEnd.exec(quote)?.[0].length ?? 0);
    if (from >= to) return [];
    const read = widenToGraphemes(text, { start: from, end: to });
    return [{ ...read, quote: text.slice(read.start, read.end) }];
  });

/** What is expected of a format that is made of tokens: no blanks at the ends of a span, and labels as `toName` writes them. */
export const adaptTokens =
  (toName: (label: string) => string) =>
  (expected: ComparedArticle, { article: { text } }: DatasetArticle): ComparedArticle => ({
    ...expected,
    annotations: expected.annotations.map((each) => ({
      ...each,
      label: toName(each.label),
      spans: trimAll(each.spans, text),
    })),
  });

/** Expects that blanks at borders, and names that are changed, are declared as lost wherever there are any, and nowhere else. */
export function expectTokenLosses(
  format: Format,
  item: DatasetArticle,
  { toName, joins }: { toName: (label: string) => string; joins: boolean },
): void {
  const { text } = item.article;
  const losses = listLosses(format, item, toDataset([item]));
  for (const { uid, label, spans } of item.annotations) {
    const kinds = new Set(losses.filter(({ annotation }) => annotation === uid).map(({ kind }) => kind));
    const [start, end] = [spans[0]!.start, spans.at(-1)!.end];
    const said = joins ? [{ start, end, quote: text.slice(start, end) }] : spans;
    const read = trimAll(said, text);
    if (read.length === 0) expect(kinds).toContain('overlap');
    else if (!joins) expect(kinds).not.toContain('overlap');
    if (kinds.has('overlap')) continue;
    expect([uid, kinds.has('moved')]).toEqual([uid, JSON.stringify(read) !== JSON.stringify(said)]);
    expect([uid, kinds.has('renamed')]).toEqual([uid, toName(label) !== label]);
    expect([uid, kinds.has('gap-joined')]).toEqual([uid, joins && spans.length > 1]);
  }
}
