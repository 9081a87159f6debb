import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnnotationId } from '#shared/domain/ids';
import type { SideName } from '#shared/domain/comparison';
import { isBetweenSides, MOST_CONFLICTS, type ConflictEnd } from '#shared/domain/claim-comparison';
import {
  areApart,
  findConflicts,
  type FoundConflicts,
  type Version,
} from '../../../../electron/services/compare/find-conflicts.ts';

type Figure = [min: number | null, max: number | null, ofWhom?: string, unit?: string, what?: string];
type Given = { figures?: Figure[]; by?: string[]; at?: string; on?: string };

let made = 0;
const version = (side: SideName, { figures = [], by = [], at, on }: Given): Version => ({
  side,
  speakers: [],
  claim: AnnotationId.parse(`00000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`),
  figures: figures.map(([min, max, ofWhom = '', unit = 'killed', what = '']) => ({ min, max, ofWhom, unit, what })),
  perpetrators: by.map((name) => ({ key: name, name })),
  place: at === undefined ? null : { key: at, name: at },
  eventDate: on ?? null,
});
const find = (a: Given, b: Given) => findConflicts([version('a', a), version('b', b)]);

describe('figures of one kind', () => {
  const cases: [it: string, a: Figure, b: Figure, expected: 'meets' | 'apart' | 'incomparable'][] = [
    ['the same', [9, 9], [9, 9], 'meets'],
    ['a figure within a range', [30, 35], [33, 33], 'meets'],
    ['ranges that touch', [30, 35], [35, 40], 'meets'],
    ['open upwards, and more', [14, null], [20, 20], 'meets'],
    ['open upwards, and fewer', [14, null], [9, 9], 'apart'],
    ['open downwards, and more', [null, 9], [14, 14], 'apart'],
    ['both open upwards', [14, null], [900, null], 'meets'],
    ['open towards one another', [14, null], [null, 20], 'meets'],
    ['without any number', [null, null], [9, 9], 'meets'],
    ['least and most the wrong way round', [35, 30], [33, 33], 'meets'],
    ['zero is a number', [0, 0], [4, 4], 'apart'],
    ['of the same people, but for case', [4, 4, 'US soldiers'], [5, 5, 'us  Soldiers'], 'apart'],
    ['of whom is not said by one', [4, 4, 'US soldiers'], [16, 16], 'apart'],
    ['of others', [4, 4, 'US soldiers'], [9, 9, 'civilians'], 'incomparable'],
    ['of others, but of as many', [4, 4, 'US soldiers'], [4, 4, 'civilians'], 'meets'],
    ['another unit', [4, 4, '', 'killed'], [9, 9, '', 'wounded'], 'meets'],
    ['another thing', [4, 4, '', 'other', 'boats'], [9, 9, '', 'other', 'houses'], 'meets'],
    ['the same thing in other writing', [4, 4, '', 'other', 'Boats'], [9, 9, '', 'other', 'boats '], 'apart'],
  ];
  test.each(cases)('%s', (_, a, b, expected) => {
    const { conflicts } = find({ figures: [a] }, { figures: [b] });
    const said = conflicts.map(({ isComparable }) => (isComparable ? 'apart' : 'incomparable'));
    expect(said).toEqual(expected === 'meets' ? [] : [expected]);
  });

  test('a conflict is a question that names both versions, with the numbers between them', () => {
    const [conflict] = find({ figures: [[14, null]] }, { figures: [[9, 9, 'sailors']] }).conflicts;
    expect(conflict).toMatchObject({ gap: { from: 9, to: 14 }, one: { side: 'a' }, other: { side: 'b' } });
    expect(conflict!.question).toBe('How many: killed? The ranges do not meet: A says 14 or more, B says 9 (sailors).');
    expect(conflict!.hint).toBe('Does B count only sailors, and the other all?');
  });

  test('figures of others are no conflict, and the question says who is counted', () => {
    const [pair] = find({ figures: [[14, null, 'residents']] }, { figures: [[9, 9, 'crews']] }).conflicts;
    expect(pair).toMatchObject({ isComparable: false, gap: null, hint: 'Does A count residents, B only crews?' });
  });

  test('a part is compared with the same part of the other claim, not with its whole', () => {
    const a = {
      figures: [
        [16, 16],
        [4, 4, 'US soldiers'],
      ] satisfies Figure[],
    };
    expect(find(a, { figures: [[4, 4, 'US soldiers']] }).conflicts).toEqual([]);
    const { conflicts } = find(a, { figures: [[5, 5, 'US soldiers']] });
    expect(conflicts.map(({ one, other }) => [one.says, other.says])).toEqual([['4', '5']]);
  });

  test('that a part was said before by another claim of the side does not make its whole comparable', () => {
    const part: Figure = [4, 4, 'US soldiers'];
    const versions = [
      version('a', { figures: [part] }),
      version('a', { figures: [part, [16, 16]] }),
      version('b', { figures: [[5, 5, 'US soldiers']] }),
    ];
    expect(findConflicts(versions).conflicts.map(({ one, other }) => [one.says, other.says])).toEqual([['4', '5']]);
  });

  test('the figures of one claim are no conflict with each other', () => {
    expect(
      findConflicts([
        version('a', {
          figures: [
            [4, 4],
            [9, 9],
          ],
        }),
      ]).count,
    ).toBe(0);
  });
});

describe('who, where and when', () => {
  const cases: [it: string, a: Given, b: Given, isApart: boolean][] = [
    ['another actor', { by: ['Reef Front'] }, { by: ['smugglers'] }, true],
    ['one actor more', { by: ['Reef Front'] }, { by: ['smugglers', 'Reef Front'] }, false],
    ['nobody named by one side', { by: ['Reef Front'] }, {}, false],
    ['another place', { at: 'Murayn' }, { at: 'Ras Ilun' }, true],
    ['the same place', { at: 'Murayn' }, { at: 'Murayn' }, false],
    ['another day', { on: '2024-03-12' }, { on: '2024-03-13' }, true],
    ['a month that has the day', { on: '2024-03' }, { on: '2024-03-13' }, false],
    ['a year that has not', { on: '2023' }, { on: '2024-03-13' }, true],
  ];
  test.each(cases)('%s', (_, a, b, isApart) => {
    expect(find(a, b).count).toBe(isApart ? 1 : 0);
  });

  test('each is put in words', () => {
    const asked = find(
      { by: ['Reef Front'], at: 'Murayn', on: '2024-03-12' },
      { by: ['smugglers'], at: 'Ras Ilun', on: '2024-03' },
    );
    expect(asked.conflicts.map(({ question }) => question)).toEqual([
      'Who did it? A says Reef Front, B says smugglers.',
      'Where was it? A says Murayn, B says Ras Ilun.',
    ]);
    expect(asked.shared.map(({ kind }) => kind)).toEqual(['perpetrator', 'place', 'date']);
  });
});

test('within a side it is a question too, after those between the sides', () => {
  const versions = [
    version('a', { figures: [[14, 14]] }),
    version('a', { figures: [[11, 11]] }),
    version('b', { figures: [[14, 14]] }),
  ];
  const { conflicts } = findConflicts(versions);
  expect(conflicts.map(({ one, other }) => `${one.side}${one.says} ${other.side}${other.says}`)).toEqual([
    'a11 b14',
    'a14 a11',
  ]);
  expect(conflicts[1]!.question).toBe('How many: killed? The ranges do not meet: A says 14, A says 11.');
});

test('what several claims of a side say alike is asked once, by the first of them', () => {
  const said = [version('a', { figures: [[14, 14]] }), version('b', { figures: [[9, 9]] })];
  const again = [version('a', { figures: [[14, 14]] }), version('b', { figures: [[9, 9]] })];
  expect(findConflicts([...said, ...again])).toEqual(findConflicts(said));
});

const given = fc.record(
  {
    figures: fc.array(
      fc.tuple(
        fc.option(fc.nat(6)),
        fc.option(fc.nat(6)),
        fc.constantFrom('', 'crews', 'residents'),
      ) as fc.Arbitrary<Figure>,
      { maxLength: 2 },
    ),
    by: fc.subarray(['Reef Front', 'smugglers']),
    at: fc.constantFrom('Murayn', 'Ras Ilun'),
    on: fc.constantFrom('2024', '2024-03', '2024-03-12', '2024-03-13'),
  },
  { requiredKeys: [] },
);
const story = fc.array(fc.tuple(fc.constantFrom('a' as const, 'b' as const), given), { maxLength: 6 });
const toVersions = (told: readonly (readonly [SideName, Given])[]) => told.map(([side, each]) => version(side, each));
const says = ({ side, says: said, ofWhom }: ConflictEnd) => `${side} ${said} ${ofWhom}`;

test('with every claim told twice the same is asked', () => {
  fc.assert(
    fc.property(story, (told) => {
      const toText = (of: FoundConflicts) => of.conflicts.map(({ one, other }) => `${says(one)}, ${says(other)}`);
      const once = findConflicts(toVersions(told));
      const twice = findConflicts(toVersions([...told, ...told]));
      expect(toText(twice)).toEqual(toText(once));
      expect(twice.count).toBe(once.count);
    }),
    { seed: 5 },
  );
});

test('with the sides swapped the same is asked of the other side', () => {
  fc.assert(
    fc.property(story, (told) => {
      const versions = toVersions(told);
      const flip = <T extends { side: SideName }>(each: T): T => ({ ...each, side: each.side === 'a' ? 'b' : 'a' });
      const toTexts = (of: FoundConflicts, turn: (end: ConflictEnd) => ConflictEnd) =>
        of.conflicts.map(({ one, other }) => [one, other].map(turn).map(says).sort().join(', '));
      const back = findConflicts(versions.map(flip));
      expect(toTexts(back, flip)).toEqual(toTexts(findConflicts(versions), (end) => end));
    }),
    { seed: 5 },
  );
});

test('whether the sides are apart is told without who says it, or left to the order of the claims', () => {
  fc.assert(
    fc.property(story, (told) => {
      const versions = toVersions(told);
      const apart = areApart(versions);
      if (apart !== undefined)
        expect(apart).toBe(findConflicts(versions).conflicts.some((each) => each.isComparable && isBetweenSides(each)));
    }),
    { seed: 5 },
  );
  const one = version('a', { figures: [[9, 9, 'sailors']] });
  const parts: Given = {
    figures: [
      [9, 9, 'sailors'],
      [14, 14],
    ],
  };
  expect(areApart([one, version('b', { figures: [[14, 14]] })])).toBe(true);
  expect(areApart([one, version('b', parts)])).toBe(false);
  expect(areApart([one, version('b', parts), version('b', { figures: [[14, 14]] })])).toBeUndefined();
});

test('two claims that stand on both sides are asked about once', () => {
  const [one, other] = [version('a', { figures: [[14, 14]] }), version('a', { figures: [[9, 9]] })];
  const versions = [one, { ...one, side: 'b' as const }, other, { ...other, side: 'b' as const }];
  const { conflicts, count } = findConflicts(versions);
  expect(conflicts.map(({ one: a, other: b }) => [a.side, b.side])).toEqual([['a', 'b']]);
  expect(count).toBe(1);
});

test('of very many questions of a slot the first are given and all are counted', () => {
  const versions = Array.from({ length: 20 }, (_, n) => version(n < 10 ? 'a' : 'b', { figures: [[n, n]] }));
  const { conflicts, count } = findConflicts(versions);
  expect(conflicts).toHaveLength(MOST_CONFLICTS);
  expect(count).toBe(190);
  expect(conflicts.every(({ one, other }) => one.side !== other.side)).toBe(true);
});
