import { MAY_BE_CHANCE, type Silence, type SilenceKind, type Silences } from '../domain/silence.ts';
import { silenceWords as words } from '../messages/en/compare-silence.ts';
import { dateWords } from '../messages/en/ui.ts';
import type { Table } from './table.ts';

const toSilenceName = ({ kind, name, first, last }: Silence): string =>
  kind === 'day' ? words.days(dateWords(first!), dateWords(last!)) : name;

/** Whether a silence may be chance, in words. */
const toReading = ({ chance }: Pick<Silence, 'chance'>): string =>
  chance === null ? words.table.unknown : chance > MAY_BE_CHANCE ? words.table.yes : words.table.no;

/** What one side has and the other has not; of one kind, or all. */
export function toSilenceTable(silences: Silences, kind?: SilenceKind): Table {
  const { title, what, kind: kindTitle, has, mentions, articles, first, last, expected, chance, reading } = words.table;
  const shown = silences.silences.filter((each) => kind === undefined || each.kind === kind);
  return {
    name: kind === undefined ? 'silence' : `silence-${kind}`,
    title,
    note: toNote(silences),
    columns: [
      { title: what, kind: 'theirs' },
      { title: kindTitle, kind: 'text' },
      { title: has, kind: 'text' },
      { title: mentions, kind: 'count' },
      { title: articles, kind: 'count' },
      { title: first, kind: 'date' },
      { title: last, kind: 'date' },
      { title: expected, kind: 'number', digits: 1 },
      { title: chance, kind: 'number', digits: 3 },
      { title: reading, kind: 'text' },
    ],
    rows: shown.map((each) => [
      toSilenceName(each),
      words.kinds[each.kind],
      each.has.toUpperCase(),
      each.kind === 'day' ? null : each.mentions,
      each.articles,
      each.first,
      each.last,
      each.expected,
      each.chance,
      toReading(each),
    ]),
  };
}

function toNote({ silences, totals, span, undated }: Silences): string {
  const all = [totals.a, totals.b].flatMap((each) => Object.values(each)).reduce((sum, n) => sum + n, 0);
  return [
    words.table.note,
    span ? words.span(dateWords(span.from), dateWords(span.to)) : words.noSpan,
    ...(undated.a + undated.b > 0 ? [words.undated(undated.a, undated.b)] : []),
    ...(silences.length < all ? [words.cut(silences.length, all)] : []),
  ].join(' ');
}
