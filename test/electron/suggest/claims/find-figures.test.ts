import { describe, expect, test } from 'vitest';
import { findFigures } from '../../../../electron/suggest/claims/find-figures.ts';
import { listWords } from '../../../../electron/suggest/claims/words.ts';

/** Figures as `least..most what unit (of whom)`; an open side has no number. */
const read = (text: string) =>
  findFigures(listWords(text, { start: 0, end: text.length }, [])).map(({ min, max, what, unit, ofWhom }) => {
    const range = min === max ? `${min}` : `${min ?? ''}..${max ?? ''}`;
    return [range, what, unit, ofWhom && `(${ofWhom})`].filter((part) => part !== undefined).join(' ');
  });

describe('a figure is a range', () => {
  test.each<[string, string]>([
    ['the raid killed 14 people', '14 people killed'],
    ['the raid killed at least 14 people', '14.. people killed'],
    ['no fewer than 14 people were killed', '14.. people killed'],
    ['more than 500 fighters took part', '500.. fighters people'],
    ['over 900 trucks came in', '900.. trucks vehicles'],
    ['in excess of 900 trucks came in', '900.. trucks vehicles'],
    ['upwards of 900 trucks came in', '900.. trucks vehicles'],
    ['50 or more boats sank', '50.. boats vehicles'],
    ['up to 30 rebels were killed', '..30 rebels killed'],
    ['as many as 30 rebels were killed', '..30 rebels killed'],
    ['fewer than 30 rebels were killed', '..30 rebels killed'],
    ['no more than 30 rebels were killed', '..30 rebels killed'],
    ['the number did not exceed 35 planes', '..35 planes aircraft'],
    ['under 40 boats came in', '..40 boats vehicles'],
    ['about 200 refugees crossed', '200 refugees people'],
    ['nearly 200 refugees crossed', '..200 refugees people'],
    ['almost 200 refugees crossed', '..200 refugees people'],
    ['some 200 refugees crossed', '200 refugees people'],
    ['an estimated 200 refugees crossed', '200 refugees people'],
    ['between two and five sailors died', '2..5 sailors killed'],
    ['from 10 to 12 houses burned', '10..12 houses buildings'],
    ['2-5 sailors died', '2..5 sailors killed'],
    ['30 to 40 shells fell', '30..40 shells missiles'],
    ['two or three shells fell', '2..3 shells missiles'],
    ['the death toll rose from 12 to 15', '15 killed'],
    ['1 to 2 million refugees crossed', '1000000..2000000 refugees people'],
    ['dozens of civilians were killed', '24.. civilians killed'],
    ['tens of civilians were killed', '20.. civilians killed'],
    ['scores of civilians were killed', '40.. civilians killed'],
    ['hundreds of civilians remained', '200.. civilians people'],
    ['tens of thousands of rounds were found', '20000.. rounds missiles'],
    ['hundreds of thousands of people fled', '200000.. people displaced'],
    ['tens of thousands of refugees towards the border', '20000.. refugees people'],
    ['several hundred fighters came', '300.. fighters people'],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));
});

describe('a number is read', () => {
  test.each<[string, string]>([
    ['twenty-five sailors drowned', '25 sailors killed'],
    ['two hundred and fifty sailors drowned', '250 sailors killed'],
    ['a hundred sailors drowned', '100 sailors killed'],
    ['three thousand two hundred refugees crossed', '3200 refugees people'],
    ['a dozen sailors drowned', '12 sailors killed'],
    ['about two dozen sailors drowned', '24 sailors killed'],
    ['half a million people fled', '500000 people displaced'],
    ['one and a half million people fled', '1500000 people displaced'],
    ['4,000 families fled', '4000 families displaced'],
    ['1.5 million people fled', '1500000 people displaced'],
    ['about 3.000 people fled', '3000 people displaced'],
    ['a grant of $20 million', '20000000 $ money'],
    ['a grant of €3bn', '3000000000 € money'],
    ['a grant of 20 million dollars', '20000000 dollars money'],
    ['the area grew by 250 percent', '250 per cent other'],
    ['the area grew by 12.5%', '12.5 per cent other'],
    ['they are 21km from the port', '21 km distance'],
    ['they are 40 miles from the port', '40 miles distance'],
  ])('%s', (text, figure) => expect(read(text)).toEqual([figure]));
});

describe('the unit is of what befell those who are counted', () => {
  test.each<[string, string[]]>([
    ['four Temsari soldiers were killed and three were injured', ['4 soldiers killed (Temsari)', '3 soldiers wounded']],
    ['killed 4 soldiers and wounded 6 others', ['4 soldiers killed', '6 soldiers wounded']],
    ['killing 92 and maiming more than 200 people', ['92 killed', '200.. people wounded']],
    ['a toll of 31 killed and 74 wounded', ['31 killed', '74 wounded']],
    ['a sum of 30 gunmen and 20 civilians were killed', ['30 gunmen killed', '20 civilians killed']],
    ['66 fighters were killed or injured', ['66 fighters other']],
    ['over 50 civilians and rebels were killed', ['50.. civilians and rebels killed']],
    ['killing a five-member family, including three children', ['5 family killed', '3 children killed']],
    [
      'the toll includes two US soldiers, one Temsari fighter, and six civilians',
      ['2 soldiers killed (US)', '1 fighter killed (Temsari)', '6 civilians killed'],
    ],
    ['attacks kill 10 injure scores', ['10 killed', '40.. wounded']],
    ['leaving 27 people dead and two missing', ['27 people killed', '2 people missing']],
    ['the bodies of at least three children were found', ['3.. children killed']],
    ['the attack claimed the lives of 129 sailors', ['129 sailors killed']],
    ['the attack claimed 129 civilian lives', ['129 killed']],
    [
      'about a million people, nearly 700,000 of them displaced',
      ['1000000 people people', '..700000 people displaced'],
    ],
    ['the death toll from the strikes on the town has risen to 82 people', ['82 people killed']],
    ['three children were among those killed overnight', ['3 children killed']],
    ['killing at least 10 civilians activist groups said', ['10.. civilians killed']],
    ['killed 8 IS fighters', ['8 fighters killed (IS)']],
    ['over 110 rebels, most of them young, were killed', ['110.. rebels killed']],
    ['22 bodies were found', ['22 bodies killed']],
    ['wounded 12 police officers with 40 tank shells', ['12 officers wounded (police)', '40 shells missiles (tank)']],
    ['the army arrested 12 residents', ['12 residents captured']],
    ['destroyed 3 battle tanks and captured two boats', ['3 tanks vehicles (battle)', '2 boats vehicles']],
    [
      'shot down two unmanned aerial vehicles and 80 UAVs',
      ['2 vehicles aircraft (unmanned aerial)', '80 UAVs aircraft'],
    ],
    ['carried by 4 Mi-35 attack helicopters', ['4 helicopters aircraft (Mi-35 attack)']],
    ['peace came to 47 towns', ['47 towns other']],
    ['29 attacks on the port', ['29 attacks strikes']],
    ['nine missiles were shot down, while eight others fell', ['9 missiles missiles', '8 missiles missiles']],
    ['two sailors are among the casualties', ['2 sailors other']],
    ['300 fighters surrendered', ['300 fighters captured']],
  ])('%s', (text, figures) => expect(read(text)).toEqual(figures));
});

describe('no figure is', () => {
  test.each([
    'in 2017 the port was shut',
    'On 5 May 2017 the port was shut',
    'On April 26 the port was shut',
    'On Aug. 1 the port was shut',
    'at 19:11 the port was shut',
    'at 6 p.m. the port was shut',
    'a 14-year-old boy swam',
    'Ann Dell, 42, swam',
    'the boy was aged 12',
    'after 24 hours the port was shut',
    'over the past two months',
    'a T-72 and an S-300 on the M5',
    'the 52nd Division, Brigade 52 and the 5th Corps',
    'Resolution 2254 and Article 5',
    'the first of the two countries',
    'one of the sailors swam',
    'both sides met three times',
    'a quarter of a million',
    '122 mm guns',
    'the G20 met',
    'call 06-01-2016 or 24/7',
    'the 435-member House',
    'she wrote 12',
    'several towns were hit',
    'five others left',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

test('a figure stands where its words stand, with those that bound it', () => {
  const text = 'The port says that up to 30 unarmed sailors were killed.';
  const [figure] = findFigures(listWords(text, { start: 0, end: text.length }, []));
  expect(text.slice(figure!.span.start, figure!.span.end)).toBe('up to 30 unarmed sailors');
});
