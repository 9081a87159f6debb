import { describe, expect, it } from 'vitest';
import { EntityId } from '#shared/domain/ids';
import type { EntityNaming } from '#shared/domain/naming';
import { toFormsTable, toNamingTable } from '#shared/tables/naming';

const ofSide = { mentions: 3, own: 2, quoted: 1, attributed: 0, most: 'pirates', loaded: 1, loadedShare: 0.5 };
const naming: EntityNaming = {
  uid: EntityId.parse('00000000-0000-7000-8000-000000000001'),
  name: 'Reef Front',
  label: 'actor',
  a: { ...ofSide, most: 'Reef Front', loaded: 0, loadedShare: 0 },
  b: ofSide,
  g2: 1.25,
  overlap: 0.5,
  unspoken: null,
  isThin: true,
  shared: 1,
  ownForms: 2,
  forms: [
    {
      form: 'pirates',
      a: { own: 0, quoted: 1, attributed: 0, loaded: 0, share: 1 / 3 },
      b: { own: 1, quoted: 0, attributed: 0, loaded: 1, share: 1 / 3 },
      ...{ g2: -1.25, logRatio: -1, lrc: 0 },
    },
  ],
};
const silent: EntityNaming = {
  ...naming,
  b: { mentions: 0, own: 0, quoted: 0, attributed: 0, most: null, loaded: 0, loadedShare: null },
  ...{ g2: null, overlap: null, unspoken: 'b' },
};

const readRow = ({ columns, rows }: ReturnType<typeof toNamingTable>, n = 0) =>
  Object.fromEntries(columns.map(({ title }, column) => [title, rows[n]![column]]));

describe('the tables of naming', () => {
  it('have an entity a row, with why it is not ranked', () => {
    const table = toNamingTable({ entities: [naming, silent], total: 2, thin: 2, unlinked: { a: 3, b: 1 } });
    expect(readRow(table)).toEqual({
      ...{ entity: 'Reef Front', label: 'actor', 'A mentions': 3, 'B mentions': 3, 'A own voice': 2, 'B own voice': 2 },
      ...{ 'A calls it': 'Reef Front', 'B calls it': 'pirates', 'A loaded, own voice': 0, 'B loaded, own voice': 0.5 },
      ...{ overlap: 0.5, 'G², own voice': 1.25 },
      'not ranked because': 'fewer than 5 mentions in the own voice of a side',
    });
    expect(readRow(table, 1)).toMatchObject({
      ...{ 'B calls it': null, 'B loaded, own voice': null, overlap: null, 'G², own voice': null },
      'not ranked because': 'not defined: B never names it in its own voice',
    });
    expect(table.note).toContain('4 mentions (A 3, B 1) have no entity');
  });

  it('have a form a row, and say in words what comes out', () => {
    const table = toFormsTable(naming);
    expect(readRow(table)).toEqual({
      ...{ form: 'pirates', 'A own': 0, 'A quoted': 1, 'A attributed': 0, 'A share': 1 / 3, 'A loaded': 0 },
      ...{ 'B own': 1, 'B quoted': 0, 'B attributed': 0, 'B share': 1 / 3, 'B loaded': 1 },
      ...{ LRC: 0, 'log ratio': -1, 'G²': -1.25 },
    });
    expect(table.note).toBe(
      'A calls it “Reef Front”, B calls it “pirates”. In their own voice they share 1 of 2 words. ' +
        'The base is the 4 mentions in the outlets’ own voice, not their tokens. LRC: conservative log ratio over 2 forms; ' +
        '0 where the data cannot tell. Above 0: A prefers the form; below: B. ' +
        'Fewer than 5 mentions in the own voice of a side: what differs here may be chance.',
    );
    expect(toFormsTable(silent).note).toBe(
      'A calls it “Reef Front”; B never names it in its own voice. ' +
        'G², own voice: not defined: B never names it in its own voice.',
    );
  });
});
