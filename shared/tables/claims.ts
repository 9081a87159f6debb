import type { SideName } from '../domain/comparison.ts';
import {
  isBetweenSides,
  type ClaimComparison,
  type ClaimConflict,
  type ClaimSlot,
  type ClaimVersion,
  type ComparedEvent,
  type ConflictEnd,
} from '../domain/claim-comparison.ts';
import type { ClaimFigure } from '../domain/cluster.ts';
import { chainWords, claimsWords as words, rangeWords, slotWords } from '../messages/en/compare-claims.ts';
import { dateWords } from '../messages/en/ui.ts';
import { listEventSlots, type Saying } from '../text/claim-slots.ts';
import type { Cell, Column, Table } from './table.ts';

const SIDES = ['a', 'b'] as const satisfies readonly SideName[];
const { letters } = words;

/** Every table of the view, those that say most first. */
export const toClaimTables = (claims: ClaimComparison): Table[] => [
  toClaimSharesTable(claims),
  toEventsTable(claims),
  toConflictsTable(claims.events),
  toVersionsTable(claims.events),
];

/** On whose word the claims of either side stand, and how many stand on cards. */
export function toClaimSharesTable({ claims }: ClaimComparison): Table {
  const { title, note, side, claims: counted, onCards, onNone, nobody, outlet, share } = words.shares;
  return {
    name: 'claims-by-word',
    title,
    note,
    columns: [
      { title: side, kind: 'text' },
      ...[counted, onCards, onNone, nobody, outlet].map((each): Column => ({ title: each, kind: 'count' })),
      { title: share, kind: 'percent', digits: 1 },
    ],
    rows: SIDES.map((each) => {
      const counts = claims[each];
      const onNoCard = counts.claims - counts.onCards;
      return [letters[each], counts.claims, counts.onCards, onNoCard, counts.unattributed, counts.outlet, counts.share];
    }),
  };
}

/** Events, by list. */
function toEventsTable({ events, totals }: ClaimComparison): Table {
  const { name, title, note, event, group, date, place, versions, conflicts, shared, cut } = words.eventsTable;
  const total = Object.values(totals).reduce((sum, n) => sum + n, 0);
  const countOf = (each: ComparedEvent, side: SideName) =>
    each.versions.filter((version) => version.side === side).length;
  return {
    name,
    title,
    note: total > events.length ? `${note} ${cut(events.length, total)}` : note,
    columns: [
      { title: event, kind: 'theirs' },
      { title: group, kind: 'text' },
      { title: date, kind: 'date' },
      { title: place, kind: 'theirs' },
      ...SIDES.map((side): Column => ({ title: versions(letters[side]), kind: 'count' })),
      { title: conflicts, kind: 'count' },
      { title: shared, kind: 'text' },
    ],
    rows: events.map((each) => [
      each.title,
      words.groups[each.group],
      each.date,
      each.place,
      ...SIDES.map((side) => countOf(each, side)),
      each.conflictCount,
      words.shared(each.shared),
    ]),
  };
}

/** What each claim says of its event; a slot of figures alone where one is named. */
export function toVersionsTable(events: readonly ComparedEvent[], slot?: ClaimSlot): Table {
  const { name, title, note, ...columns } = words.versionsTable;
  const theirs = new Set<keyof typeof columns>(['event', 'outlet', 'verb', 'ofWhom', 'where', 'byWhom', 'claim']);
  const numbers = new Set<keyof typeof columns>(['least', 'most']);
  const dates = new Set<keyof typeof columns>(['date', 'when']);
  const toKind = (column: keyof typeof columns): Column['kind'] =>
    theirs.has(column) ? 'theirs' : numbers.has(column) ? 'count' : dates.has(column) ? 'date' : 'text';
  return {
    name,
    title: slot ? slotWords(slot) : title,
    note,
    columns: (Object.keys(columns) as (keyof typeof columns)[]).map((column) => ({
      title: columns[column],
      kind: toKind(column),
    })),
    rows: slot ? events.flatMap((each) => listFigureRows(each, slot)) : events.flatMap(listVersionRows),
  };
}

const listVersionRows = (event: ComparedEvent): Cell[][] =>
  event.versions.flatMap((version) =>
    (version.figures.length > 0 ? version.figures : [null]).map((figure) => toVersionRow(event, version, figure)),
  );

function listFigureRows(event: ComparedEvent, { what, unit }: ClaimSlot): Cell[][] {
  const slots = listEventSlots(event).filter(({ slot }) => slot.what === what && slot.unit === unit);
  return slots.flatMap(({ said }) =>
    SIDES.flatMap((side) => said[side].map(({ version, figure }) => toVersionRow(event, version, figure))),
  );
}

const toVersionRow = (event: ComparedEvent, version: ClaimVersion, figure: ClaimFigure | null): Cell[] => [
  event.title,
  letters[version.side],
  version.outlet,
  version.date,
  chainWords(version.speakers),
  version.speakers[0]?.verb ?? '',
  figure ? slotWords({ kind: 'figure', ...figure }) : '',
  figure?.min ?? null,
  figure?.max ?? null,
  figure?.ofWhom ?? '',
  version.eventDate,
  version.place?.name ?? '',
  version.perpetrators.map(({ name }) => name).join(', '),
  version.verdict,
  version.state,
  version.quote,
];

/** Where versions differ, each as a question. */
function toConflictsTable(events: readonly ComparedEvent[]): Table {
  const { name, title, note, cut, event, of, sign, oneSide, one, otherSide, other, apart, question, hint } =
    words.conflictsTable;
  const rows = events.flatMap((each) => each.conflicts.map((conflict) => toConflictRow(each, conflict)));
  const total = events.reduce((sum, { conflictCount }) => sum + conflictCount, 0);
  return {
    name,
    title,
    note: total > rows.length ? `${note} ${cut(rows.length, total)}` : note,
    columns: [
      { title: event, kind: 'theirs' },
      { title: of, kind: 'text' },
      { title: sign, kind: 'text' },
      { title: oneSide, kind: 'text' },
      { title: one, kind: 'theirs' },
      { title: otherSide, kind: 'text' },
      { title: other, kind: 'theirs' },
      { title: apart, kind: 'count' },
      { title: question, kind: 'text' },
      { title: hint, kind: 'text' },
    ],
    rows,
  };
}

function toConflictRow({ title }: ComparedEvent, conflict: ClaimConflict): Cell[] {
  const { slot, one, other, isComparable, gap, question, hint } = conflict;
  const sign = isComparable ? words.signs.apart : words.signs.incomparable;
  const says = ({ says: said, ofWhom }: ConflictEnd) => (ofWhom === '' ? said : `${said} (${ofWhom})`);
  const where = isBetweenSides(conflict) ? sign : `${sign} ${words.withinSide(one.side)}`;
  const apart = gap ? gap.to - gap.from : null;
  return [
    title,
    slotWords(slot),
    where,
    letters[one.side],
    says(one),
    letters[other.side],
    says(other),
    apart,
    question,
    hint,
  ];
}

/** What each side says of an event, slot by slot. */
export function toSlotsTable(event: ComparedEvent): Table {
  const { name, title, note, slot: slotTitle, says, sign: signTitle } = words.slotsTable;
  return {
    name,
    title,
    note,
    columns: [
      { title: slotTitle, kind: 'text' },
      ...SIDES.map((side): Column => ({ title: says(letters[side]), kind: 'theirs' })),
      { title: signTitle, kind: 'text' },
    ],
    rows: listEventSlots(event).map(({ slot, said, sign }) => [
      slotWords(slot),
      ...SIDES.map((side) => [...new Set(said[side].map((saying) => toSaidWords(slot, saying)))].join('; ')),
      `${words.signs[sign]} ${words.signWords[sign]}`.trim(),
    ]),
  };
}

function toSaidWords({ kind }: ClaimSlot, { version, figure }: Saying): string {
  if (figure) return figure.ofWhom === '' ? rangeWords(figure) : `${rangeWords(figure)} (${figure.ofWhom})`;
  if (kind === 'place') return version.place!.name;
  if (kind === 'date') return dateWords(version.eventDate!);
  return version.perpetrators.map(({ name }) => name).join(', ');
}
