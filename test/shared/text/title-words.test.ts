import { expect, test } from 'vitest';
import { createTitleTest } from '#shared/text/title-words';

test.each([
  ["qal'at murayn", 'Fuel jetty blast at Qal’at Murayn'],
  ['QALAT', 'Fuel jetty blast at Qal’at Murayn'],
  ['murayn fuel', 'Fuel jetty blast at Qal’at Murayn'],
  ['jett', 'Fuel jetty blast at Qal’at Murayn'],
  ['al sham', 'Tahrir al-Sham leaves'],
  ['evenements de mars', 'Événements de mars'],
  ['قلعه مرين', 'قلعة مُرين تُحصي قتلاها'],
  ['the mole', '“The mole” is closed'],
  ['100%', 'Turnout of 100%'],
])('%j leads to %s', (typed, title) => {
  expect(createTitleTest(typed)(title)).toBe(true);
});

test('a title without one of the words is another', () => {
  expect(createTitleTest('fuel quay')('Fuel jetty blast')).toBe(false);
  expect(createTitleTest('f%l')('Fuel jetty blast')).toBe(false);
});
