import { describe, expect, test } from 'vitest';
import { alias, find, namesIn, tagged } from './names-in.ts';

describe('names that were tagged before', () => {
  test('are found by any spelling, whole words only, the longest first', () => {
    const forms = [tagged('al-Muran', 'location'), tagged('Muran Bay Quay', 'location'), tagged('Muran', 'location')];
    expect(namesIn('Ships left al-Muran, Al Muran and Muran Bay Quay, not Muranville.', { forms })).toEqual([
      'location: al-Muran',
      'location: Al Muran',
      'location: Muran Bay Quay',
    ]);
  });

  test('are suggested as what they were tagged as, for that reason, with the entity', () => {
    const forms = [
      tagged('Zarq Nine', 'actor', { entity: 'e1' }),
      tagged('Zarq Nine', 'actor', { entity: 'e2', tagged: 1 }),
    ];
    expect(find('At noon Zarq Nine fell.', { forms })).toEqual([
      {
        label: 'actor',
        spans: [{ start: 8, end: 17 }],
        rule: 'tagged',
        reason: { form: 'Zarq Nine', n: 4 },
        entity: 'e1',
        confidence: expect.any(Number) as number,
      },
    ]);
  });

  test('are not words that are written otherwise', () => {
    const forms = [tagged('IS', 'actor'), tagged('Reef', 'actor')];
    expect(namesIn('Is it late on the reef?', { forms })).toEqual([]);
    expect(namesIn('They fled IS.', { forms })).toEqual(['actor: IS']);
  });

  test('in lower case are found in any case', () => {
    const forms = [tagged('insurgents', 'actor')];
    expect(namesIn('Insurgents shot at insurgents.', { forms })).toEqual(['actor: Insurgents', 'actor: insurgents']);
  });

  test('as a place here and an actor there are told by their sentence, and by how often they were', () => {
    const forms = (actor: number, location: number) => [
      tagged('Varn', 'actor', { tagged: actor }),
      tagged('Varn', 'location', { tagged: location }),
    ];
    const text = 'In Varn it rained. Talks with Varn failed. Late at night Varn slept.';
    expect(namesIn(text, { forms: forms(1, 9) })).toEqual(['location: Varn', 'actor: Varn', 'location: Varn']);
    expect(namesIn(text, { forms: forms(9, 1) })).toEqual(['location: Varn', 'actor: Varn', 'actor: Varn']);
  });

  test('of a label that a team added are found beside those of actors and locations', () => {
    const forms = [tagged('Reef', 'uid-of-weapon'), tagged('Reef Front', 'actor')];
    expect(namesIn('The Reef Front left.', { forms })).toEqual(['actor: Reef Front', 'uid-of-weapon: Reef']);
  });

  test('end before a lower-case kind that was never tagged with them', () => {
    expect(namesIn('It was Ulan province that burned.', { forms: [tagged('Ulan Province', 'location')] })).toEqual([
      'location: Ulan',
    ]);
    expect(namesIn('It was Ulan province that burned.', { forms: [tagged('Ulan province', 'location')] })).toEqual([
      'location: Ulan province',
    ]);
  });

  test('are found in headlines and in other languages too', () => {
    expect(
      namesIn('Zarq Nine Loses Second Harbour Quay\n\nIt rained.', { forms: [tagged('Zarq Nine', 'actor')] }),
    ).toEqual(['actor: Zarq Nine']);
    const forms = [tagged('الحسكة', 'location')];
    expect(namesIn('قال إن الحسكه بعيدة', { forms, language: 'ar' })).toEqual(['location: الحسكه']);
    expect(namesIn('In der Bucht von Muran.', { forms: [tagged('Muran', 'location')], language: 'de' })).toEqual([
      'location: Muran',
    ]);
  });
});

describe('aliases', () => {
  test('are found with the entity that they name', () => {
    expect(find('At noon the Tide fell.', { forms: [alias('Tide', 'actor', 'e1')] })).toMatchObject([
      { label: 'actor', rule: 'alias', reason: { form: 'Tide' }, entity: 'e1' },
    ]);
  });

  test('that do not say by themselves who is meant are not suggested', () => {
    const vague = alias('militants', 'actor', 'e1', true);
    expect(find('At noon the militants fell on militants.', { forms: [vague] })).toEqual([]);
    const [found] = find('At noon the militants fell on militants.', {
      forms: [vague, tagged('militants', 'actor', { entity: 'e1' })],
    });
    expect(found).toMatchObject({ rule: 'tagged', reason: { form: 'militants', n: 3 } });
    expect(found).not.toHaveProperty('entity');
  });

  test('of a person name the entity of who has a title or more names', () => {
    const forms = [alias('Hadad', 'actor', 'e1')];
    expect(find('So said Colonel Yusr Hadad.', { forms })).toMatchObject([
      { spans: [{ start: 8, end: 26 }], rule: 'alias', entity: 'e1' },
    ]);
  });

  test('are told from the common words of which names are made', () => {
    expect(namesIn('The Reef Front left.', { forms: [alias('Front', 'actor', 'e1')] })).toEqual(['actor: Reef Front']);
  });
});
