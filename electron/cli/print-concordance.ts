import stringWidth from 'string-width';
import type { SearchHit } from '#shared/domain/search';
import { cliMessages } from '#shared/messages/en/command-line';
import { findDirection, findLineDirection } from '#shared/text/direction';
import { print, toPrintable } from './print.ts';

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/** Words of a right-to-left language are isolated, so that a terminal turns them round and not the columns. */
function isolate(text: string): string {
  return findDirection(text) === 'rtl' ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
}

const pad = (text: string, width: number) => ' '.repeat(Math.max(0, width - stringWidth(text)));
const widest = (texts: string[]) => Math.max(0, ...texts.map((text) => stringWidth(text)));

/** Hits one under the other with the match in one column; what goes before it stands at its right where one reads from there. */
export function printConcordance(hits: SearchHit[]): void {
  const rows = hits.map((hit) => {
    const isRightToLeft = findLineDirection(hit) === 'rtl';
    const [before, after] = isRightToLeft ? [hit.right, hit.left] : [hit.left, hit.right];
    return {
      article: hit.article.slice(0, 8),
      outlet: toPrintable(hit.outlet ?? cliMessages.unknownOutlet),
      date: hit.date ?? '',
      place: `${hit.start}–${hit.end}`,
      before: isolate(toPrintable(before)),
      match: isolate(toPrintable(hit.match)),
      after: isolate(toPrintable(after)),
    };
  });
  const width = (name: keyof (typeof rows)[number]) => widest(rows.map((row) => row[name]));
  const widths = { outlet: width('outlet'), date: width('date'), place: width('place'), before: width('before') };
  for (const { article, outlet, date, place, before, match, after } of rows) {
    const head = [
      article,
      outlet + pad(outlet, widths.outlet),
      date + pad(date, widths.date),
      place + pad(place, widths.place),
    ];
    print(`${head.join('  ')}  ${pad(before, widths.before)}${before}[${match}]${after}`);
  }
}
