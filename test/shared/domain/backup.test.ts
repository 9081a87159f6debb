import { describe, expect, test } from 'vitest';
import { isBackupDue, listBackupsToDelete, parseBackupName, toBackupName } from '#shared/domain/backup';

const told = {
  number: 7,
  at: '2026-11-25T16:10:22Z',
  steps: 1234,
  articles: 804,
  fingerprint: '7f3a91c2',
  corpus: 'ab12cd34',
  kept: false,
};

describe('a backup’s name', () => {
  test.each([told, { ...told, kept: true }, { ...told, number: 12_345 }])('tells what it was made of: %o', (one) => {
    expect(parseBackupName(toBackupName(one))).toEqual(one);
  });

  test.each([
    'War.galley',
    '0007 notes.galley',
    toBackupName(told).replace('.galley', ' copy.galley'),
    `x${toBackupName(told)}`,
    toBackupName(told).replace('.galley', '.galley.draft-12'),
  ])('is no other file’s: %s', (name) => {
    expect(parseBackupName(name)).toBeUndefined();
  });
});

describe('an automatic backup', () => {
  const born = '2026-01-02T00:00:00Z';
  const last = { at: '2026-01-05T10:00:00Z', steps: 100 };
  test.each<[string, string, number, typeof last | undefined, boolean]>([
    ['of a young corpus with little in it is not due', '2026-01-02T00:10:00Z', 5, undefined, false],
    ['of a young corpus with much work in it is due', '2026-01-02T00:10:00Z', 20, undefined, true],
    ['of a corpus of an hour that has none is due', '2026-01-02T01:00:00Z', 2, undefined, true],
    ['is not due within the hour', '2026-01-05T10:59:00Z', 300, last, false],
    ['is due after an hour', '2026-01-05T11:00:00Z', 101, last, true],
    ['is due after very many steps', '2026-01-05T10:01:00Z', 600, last, true],
    ['is not due at every change where the clock went back', '2020-01-05T10:00:00Z', 101, last, false],
    ['is due after many steps where the clock went back', '2020-01-05T10:00:00Z', 600, last, true],
    [
      'is due after many steps since an older one was restored',
      '2026-01-05T10:01:00Z',
      2000,
      { ...last, steps: 9000 },
      true,
    ],
  ])('%s', (_, now, steps, newest, expected) => {
    expect(isBackupDue(new Date(now), steps, born, newest)).toBe(expected);
  });
});

describe('the rule', () => {
  const HOUR = 3_600_000;
  const make = (count: number, everyHours: number, sizeBytes = 1e6) =>
    Array.from({ length: count }, (_, n) => ({
      number: n + 1,
      at: new Date(Date.UTC(2026, 0, 1) + n * everyHours * HOUR).toISOString(),
      sizeBytes,
    }));
  const kept = (backups: ReturnType<typeof make>) => {
    const deleted = new Set(listBackupsToDelete(backups));
    return backups.filter((backup) => !deleted.has(backup));
  };

  test('keeps all of two days', () => {
    expect(kept(make(40, 1))).toHaveLength(40);
  });

  test('keeps one a day after that, one a week after two weeks, one a month after ten', () => {
    const all = kept(make(24 * 365, 1));
    const newest = Date.parse(all.at(-1)!.at);
    const within = (from: number, to: number) =>
      all.filter(({ at }) => newest - Date.parse(at) > from * 24 * HOUR && newest - Date.parse(at) <= to * 24 * HOUR);
    expect(within(-1, 2).length).toBeGreaterThanOrEqual(48);
    expect(within(2, 14)).toHaveLength(13);
    expect(within(14, 70)).toHaveLength(9);
    expect(within(70, 366).length).toBeLessThanOrEqual(11);
    expect(within(70, 366).length).toBeGreaterThanOrEqual(9);
  });

  test('comes to the same, whether it is applied each time or once', () => {
    const all = make(24 * 120, 1);
    let standing: typeof all = [];
    for (const backup of all) standing = kept([...standing, backup]);
    const once = kept(all);
    expect(standing.slice(-60)).toEqual(once.slice(-60));
    expect(Math.abs(standing.length - once.length)).toBeLessThanOrEqual(3);
  });

  test('keeps the newest eight by their number, whatever the clock said', () => {
    const ages = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({
      number: n,
      at: new Date(Date.UTC(2030 - n, 0, 1)).toISOString(), // each claims to be older than the one before it
      sizeBytes: 1e6,
    }));
    expect(kept(ages).map(({ number }) => number)).toEqual(expect.arrayContaining([2, 3, 4, 5, 6, 7, 8, 9]));
  });

  test('keeps no more than a hundred of two days, also where the clock stands', () => {
    expect(kept(make(500, 0))).toHaveLength(100);
  });

  test.each([
    ['five copies of a large corpus', 600e6, 5],
    ['two gigabytes of a small one', 100e6, 20],
    ['the newest, however large', 50e9, 5],
  ])('stays within %s', (_, sizeBytes, count) => {
    expect(kept(make(30, 1, sizeBytes))).toHaveLength(count);
  });

  test('keeps the newest where it alone is over the budget of its elders', () => {
    const [newest, ...elders] = make(10, 1, 1e9).toReversed();
    expect(kept([{ ...newest!, sizeBytes: 1e6 }, ...elders]).map(({ number }) => number)).toContain(10);
  });

  test('deletes nothing where there is nothing', () => {
    expect(listBackupsToDelete([])).toEqual([]);
  });
});
