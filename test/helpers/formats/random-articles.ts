import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Annotation } from '#shared/domain/annotation';
import type { Attribute, AttributeType } from '#shared/domain/attribute';
import type { Codebook, Label } from '#shared/domain/codebook';
import { AnnotationId, ArticleId, AttributeId, EntityId, LabelId } from '#shared/domain/ids';
import type { DatasetArticle, DatasetRelation } from '../../../electron/formats/format.ts';

const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0');
/** The n-th uid of a kind. */
const uidOf = (kind: number, n: number) => `${hex(n, 8)}-${hex(kind, 4)}-7000-8000-${hex(n, 12)}`;

const SIMPLE: readonly Exclude<AttributeType, 'group'>[] = [
  'text',
  'number',
  'date',
  'choice',
  'choices',
  'yes-no',
  'entity',
  'span',
];
const CHOICES = ['one', 'Two, or 2', 'ثلاثة', '=4'];

const attribute = (name: string, type: AttributeType, isList = false, fields: Attribute[] = []): Attribute => ({
  uid: AttributeId.parse(uidOf(0xa7, name.length + 31 * type.length)),
  name,
  type,
  isList,
  isRequired: false,
  guideline: '',
  options: type.startsWith('choice') ? CHOICES.map((value) => ({ value, retired: false })) : [],
  fields,
  retired: false,
});
const fields = SIMPLE.map((type) => attribute(type, type));
const attributes = [
  ...fields,
  attribute('texts', 'text', true),
  attribute('group', 'group', false, fields),
  attribute('groups', 'group', true, fields),
];

const label = (name: string, own: Attribute[]): Label => ({
  uid: LabelId.parse(uidOf(0x1a, 256 * name.length + name.charCodeAt(0))),
  name,
  key: null,
  colour: 'actor',
  line: 'solid',
  guideline: '',
  examples: [],
  excludes: [],
  entityKinds: [],
  attributes: own,
  retired: false,
});

/** Labels with names as people give them, of which the last has attributes of all types; two kinds of relation. */
export const CODEBOOK: Codebook = {
  version: '0'.repeat(64),
  labels: [label('actor', []), label('location', []), label('armed group (non-state)', []), label('claim', attributes)],
  relationKinds: [
    {
      uid: uidOf(0x2e, 1),
      name: 'contradicts',
      from: [],
      to: [],
      isSymmetric: true,
      guideline: '',
      retired: false,
      sets: null,
    },
    {
      uid: uidOf(0x2e, 2),
      name: 'part of',
      from: [],
      to: [],
      isSymmetric: false,
      guideline: '',
      retired: false,
      sets: null,
    },
  ],
};

/** Pieces of text as files have them: astral, combining, joined and right-to-left characters, odd line ends and blanks, markup. */
const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    '👩‍👩‍👧‍👦',
    '👍🏽',
    '🇸🇾',
    '𝔘',
    'حلب ',
    'ـَّ',
    'שָׁ',
    '한',
    '\n',
    '\t',
    '"',
    ',',
    '\n\n',
    ' ',
    '. ',
  ),
  fc.constantFrom(
    '=1',
    '+',
    '-',
    '@x',
    "'",
    '\u200f',
    '\u200d',
    '\u2028',
    '\u2029',
    '\u0085',
    '\ufeff',
    '\u{e0041}',
    '\v',
    '\f',
  ),
  fc.constantFrom(
    '<b>',
    '&amp;',
    ']]>',
    '\\n',
    '\\',
    '|',
    '[1]',
    '_',
    '*',
    '->',
    ';',
    '#',
    '%',
    '{"a":1}',
    '\u00a0',
    '﷽',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('the army ', 'said on ', 'Monday, ', 'al-Sukhnah ', 'نحو ', '12 '),
);
/** As Galley keeps texts: no return, no NUL, no lone surrogate, no BOM at its beginning. */
const anyText = fc
  .array(piece, { minLength: 1, maxLength: 30 })
  .map((pieces) => `Headline\n\n${pieces.join('')}`.replace(/\r\n?/gu, '\n').replaceAll('\0', ''));
const anyWords = fc
  .array(piece, { maxLength: 6 })
  .map((pieces) => pieces.join('').replace(/\r\n?/gu, '\n').replaceAll('\0', ''));

const borders = (text: string) => [
  ...[...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ index }) => index),
  text.length,
];

type Range = { start: number; end: number };
const toRange = (at: number[], a: number, b: number): Range => {
  const [start, end] = [at[a % at.length]!, at[b % at.length]!].sort((x, y) => x - y) as [number, number];
  return { start, end };
};
const quoted = (text: string, { start, end }: Range) => ({ start, end, quote: text.slice(start, end) });

/** In order, none touching another. */
function toParts(text: string, pairs: [number, number][]): Range[] {
  const at = borders(text);
  const parts: Range[] = [];
  for (const range of pairs.map(([a, b]) => toRange(at, a, b)).sort((a, b) => a.start - b.start))
    if (range.start < range.end && range.start > (parts.at(-1)?.end ?? -1)) parts.push(range);
  return parts;
}

const pad = (n: number) => String(n).padStart(2, '0');
const ENTITIES = ['The army', 'حلب', 'Ann “=Dell”'].map((name, n) => ({
  uid: EntityId.parse(uidOf(0xe0, n + 1)),
  name,
}));

function anyValues(article: string, text: string): fc.Arbitrary<Record<string, unknown>> {
  const at = borders(text);
  const ofType: Record<(typeof SIMPLE)[number], fc.Arbitrary<unknown>> = {
    text: anyWords.filter((words) => words.trim() !== ''),
    number: fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    ),
    date: fc
      .tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${pad(m)}`),
    choice: fc.constantFrom(...CHOICES),
    choices: fc.uniqueArray(fc.constantFrom(...CHOICES), { minLength: 1 }),
    'yes-no': fc.boolean(),
    entity: fc.constantFrom<unknown>('unnamed', ...ENTITIES.map(({ uid, name }) => ({ entity: uid, name }))),
    span: fc
      .tuple(fc.nat(), fc.nat())
      .map(([a, b]) => ({ article, ...quoted(text, toRange(at, a, b)) }))
      .filter(({ start, end }) => start < end),
  };
  const group = fc.record(ofType, { requiredKeys: [] }).filter((values) => Object.keys(values).length > 0);
  return fc.record(
    {
      ...ofType,
      texts: fc.array(ofType.text, { minLength: 1, maxLength: 3 }),
      group,
      groups: fc.array(group, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
}

/** One article, the n-th, with annotations that lie in, across and beside each other, in one part or several, and relations. */
export function anyArticle(n: number): fc.Arbitrary<DatasetArticle> {
  const uid = ArticleId.parse(`${hex(n, 8)}-00a1-8000-8000-${hex(n, 12)}`);
  return anyText.chain((text) =>
    fc
      .record({
        title: anyWords.map((words) => words.replace(/\s+/gu, ' ').trim()).map((words) => words || 'Headline'),
        outlet: fc.constantFrom(null, 'Harbour Post', 'وكالة المرفأ', '=Wire, "the"'),
        date: fc.constantFrom(null, '2024', '2024-03', '2024-03-12'),
        annotations: fc.array(
          fc.record({
            label: fc.constantFrom(...CODEBOOK.labels.map(({ name }) => name)),
            pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
            entity: fc.constantFrom(null, null, ...ENTITIES),
            note: fc.oneof(fc.constant(''), anyWords),
            state: fc.constantFrom('unchecked', 'accepted', 'unsure'),
            annotator: fc.constantFrom('Sara Nour', 'عمر'),
            values: anyValues(uid, text),
          }),
          { maxLength: 6 },
        ),
        relations: fc.array(
          fc.record({
            kind: fc.constantFrom('contradicts', 'part of'),
            from: fc.nat(),
            to: fc.nat(),
            note: fc.oneof(fc.constant(''), anyWords),
          }),
          { maxLength: 3 },
        ),
      })
      .map(({ title, outlet, date, annotations: plain, relations }): DatasetArticle => {
        const annotations = plain
          .map(({ label: name, pairs, entity, note, state, annotator, values }, m): Annotation | null => {
            const parts = toParts(text, pairs);
            if (parts.length === 0) return null;
            return {
              uid: AnnotationId.parse(uidOf(n * 100 + 0xaa, m + 1)),
              article: uid,
              label: name,
              spans: parts.map((part) => quoted(text, part)),
              entity: entity?.name ?? null,
              entityUid: entity?.uid ?? null,
              entityLink: entity ? 'person' : null,
              attributes: (name === 'claim' ? values : {}) as Annotation['attributes'],
              kept: {},
              toFill: [],
              annotator,
              layer: 'own',
              state,
              revises: null,
              correctedBy: null,
              origin: 'hand',
              note,
            };
          })
          .filter((each) => each !== null);
        const pick = (m: number) => annotations[m % annotations.length]!;
        return {
          article: {
            uid,
            title,
            outlet,
            date,
            language: null,
            address: null,
            byline: null,
            sha256: createHash('sha256').update(text).digest('hex'),
            text,
          },
          annotations,
          relations:
            annotations.length < 2
              ? []
              : relations
                  .map(({ kind, from, to, note }, m): DatasetRelation => ({
                    uid: uidOf(n * 100 + 0xbb, m + 1),
                    kind,
                    isSymmetric: kind === 'contradicts',
                    from: pick(from).uid,
                    to: pick(to).uid,
                    toArticle: uid,
                    note,
                    annotator: 'Sara Nour',
                    state: 'unchecked',
                  }))
                  .filter(({ from, to }) => from !== to),
          textOf: () => text,
        };
      }),
  );
}
