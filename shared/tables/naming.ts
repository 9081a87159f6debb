import type { SideName, Voice } from '../domain/comparison.ts';
import type { EntityNaming, FormNaming, Naming } from '../domain/naming.ts';
import type { MentionLine } from '../domain/mention-line.ts';
import { namingMessages as words, namingSentence } from '../messages/en/compare-naming.ts';
import type { Cell, Column, Table } from './table.ts';

const sides = ['a', 'b'] as const;
const voices = ['own', 'quoted', 'attributed'] as const satisfies readonly Voice[];

/** All entities that were asked for, in the order that they were asked for. */
export function toNamingTable({ entities, unlinked }: Naming): Table {
  const { table } = words;
  const ofSides = (kind: Column['kind'], title: (side: SideName) => string): Column[] =>
    sides.map((side) => ({ title: title(side), kind }));
  return {
    name: table.name,
    title: table.title,
    note: [table.note, words.unlinkedNote(unlinked.a, unlinked.b)].filter((each) => each !== '').join(' '),
    columns: [
      { title: table.entity, kind: 'theirs' },
      { title: table.label, kind: 'text' },
      ...ofSides('count', table.mentions),
      ...ofSides('count', table.ownVoice),
      ...ofSides('theirs', table.calls),
      ...ofSides('percent', table.loaded),
      { title: table.overlap, kind: 'percent' },
      { title: words.facts.g2, kind: 'number', digits: 1 },
      { title: table.why, kind: 'text' },
    ],
    rows: entities.map((each) => [
      each.name,
      each.label,
      ...sides.map((side) => each[side].mentions),
      ...sides.map((side) => each[side].own),
      ...sides.map((side) => each[side].most),
      ...sides.map((side) => each[side].loadedShare),
      each.overlap,
      each.g2,
      toReason(each),
    ]),
  };
}

const toReason = ({ unspoken, isThin }: EntityNaming): string =>
  unspoken !== null ? words.undefinedWhy(unspoken) : isThin ? words.thinWhy : '';

/** The forms of one entity, those that the two own voices differ most in first. */
export function toFormsTable(naming: EntityNaming): Table {
  const { formsTable } = words;
  return {
    name: formsTable.name,
    title: formsTable.title(naming.name),
    note: toFormsNote(naming),
    columns: [
      { title: words.form, kind: 'theirs' },
      ...sides.flatMap((side): Column[] => [
        ...voices.map((voice): Column => ({ title: formsTable.voice(side, voice), kind: 'count' })),
        { title: formsTable.share(side), kind: 'percent' },
        { title: formsTable.loaded(side), kind: 'count' },
      ]),
      { title: formsTable.lrc, kind: 'number', digits: 1 },
      { title: formsTable.logRatio, kind: 'number', digits: 1 },
      { title: formsTable.g2, kind: 'number', digits: 1 },
    ],
    rows: (naming.forms ?? []).map(toFormRow),
  };
}

const toFormRow = (row: FormNaming): Cell[] => [
  row.form,
  ...sides.flatMap((side): Cell[] => [...voices.map((voice) => row[side][voice]), row[side].share, row[side].loaded]),
  row.lrc,
  row.logRatio,
  row.g2,
];

/** What is said of the figures of one entity: the sentence, their base, and why there are none. */
function toFormsNote(naming: EntityNaming): string {
  const sentence = namingSentence(naming).map((part) =>
    typeof part === 'string' ? part : 'side' in part ? part.side.toUpperCase() : `“${part.theirs}”`,
  );
  const base =
    naming.unspoken === null
      ? words.base(naming.a.own + naming.b.own, naming.ownForms)
      : `${words.facts.g2}: ${words.undefinedWhy(naming.unspoken)}.`;
  const thin = naming.unspoken === null && naming.isThin ? [words.thinHere] : [];
  return [sentence.join(''), base, ...thin].join(' ');
}

/** Lines as they are copied, with where each stands. */
export function toLinesTable(lines: readonly MentionLine[]): Table {
  const { linesTable } = words;
  const theirs = new Set(['title', 'before', 'words', 'after']);
  const counts = new Set(['start', 'end']);
  return {
    name: linesTable.name,
    title: linesTable.title,
    note: '',
    columns: linesTable.columns.map((title) => ({
      title,
      kind: theirs.has(title) ? 'theirs' : counts.has(title) ? 'count' : 'text',
    })),
    rows: lines.map((line) => [
      ...[line.outlet, line.date, line.title, line.left, line.match, line.right],
      ...[words.voices[line.voice], line.block, line.article, line.start, line.end],
    ]),
  };
}
