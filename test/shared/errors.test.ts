import { describe, expect, test } from 'vitest';
import { ExpectedError, toSentence, type ErrorCode, type Failure } from '#shared/errors';
import { errorMessages } from '#shared/messages/en/errors';

/** Values that every message takes what it needs of. */
const values = {
  act: 'tag by Omar',
  step: '0190c0e9',
  rule: '0190c0ea',
  title: 'Ferry back in service',
  file: 'war.galley',
  folder: '/home/sara/out',
  detail: 'page 7 is malformed',
  schema: 9,
  known: '1',
  what: 'unknown trigger t',
  holder: 'the command line, process 7',
  kept: 'war (kept).galley',
  setting: 'synchronous = 2',
  reason: 'you have no right to read it',
  sizeMb: 200,
  limitMb: 32,
  line: 3,
  byte: 71,
  suggestion: 'windows-1256',
  encoding: 'latin-9',
  count: 2,
  format: 'docx',
  unit: 'byte',
  units: 'utf16',
  article: '0190c0de',
  annotation: '0190c0df',
  annotator: 'Omar',
  uid: '0190c0d0',
  attribute: 'figures',
  expected: 'a number',
  given: 'many',
  of: 'claim',
  entity: 'HTS',
  most: 50,
  relation: '0190c0e1',
  kind: 'about',
  sets: 'place',
  from: 'claim',
  to: 'actor',
  allowed: 'from claim to location',
  quote: 'Aden',
  cluster: '0190c0e2',
  person: 'Lina',
  review: '0190c0e3',
  checker: 'Lina',
  decision: 'rejected',
  end: 99,
  length: 80,
  offset: 12,
  label: 'weapon',
  key: 'J',
  by: 'a command of the app',
  acts: 'tag by Omar',
  port: 8080,
  columns: ['title', 'place'],
  column: 'body',
  row: 17,
  part: 'OR',
  words: 200,
  candidates: 'HTS (actor, 0190c0e4); HTS (location, 0190c0e5)',
  into: 'ISIS',
  form: 'militants',
  alias: 'militants',
  outlet: 'SANA',
  text: 'outlet=FNA from=x',
  filter: 'winter 2019',
  name: 'winter 2019',
  names: 'label “ship”; person “Zaid”',
  strand: '0190c0f1-7c49-7d71-b0f1-b9e35e77e088',
  id: '98a94ce5-7c49-8d71-b0f1-b9e35e77e088',
};
const codes = Object.keys(errorMessages) as ErrorCode[];
const form = (code: ErrorCode) => toSentence({ code, values } as unknown as Failure);

/** What is said where nothing could be lost: no corpus, nobody to act, or a choice that is no longer known. */
const withoutKept: ErrorCode[] = [
  'corpus-missing',
  'no-corpus-open',
  'nothing-to-undo',
  'nothing-to-redo',
  'handle-unknown',
  'port-taken',
];
/** What is over with the sentence: there is nothing to be done about it. */
const withoutAdvice: ErrorCode[] = [
  'cancelled',
  'internal',
  'annotation-unknown',
  'annotation-of-another',
  'alias-exists',
  'alias-unknown',
  'bad-input',
  'corpus-being-checked',
  'attribute-retired',
  'entity-not-merged',
  'label-exists',
  'label-retired',
  'outlet-not-merged',
  'relation-exists',
  'relation-kind-exists',
  'relation-kind-retired',
  'relation-of-another',
  'labels-full',
  'nothing-to-undo',
  'nothing-to-redo',
  'span-past-end',
  'spans-overlap',
];

describe.each(codes)('%s', (code) => {
  test('is formed with its values, as whole sentences', () => {
    const sentence = form(code);
    expect(sentence).toMatch(/^[\p{Lu}“\d].*[.)]$/su);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/u);
  });

  test('names the thing that it is about', () => {
    const source = errorMessages[code].toString();
    for (const name of ['file', 'folder', 'label', 'format', 'encoding'] as const)
      if (source.includes(`\${${name}}`) || source.includes(`\${v.${name}}`))
        expect(form(code)).toContain(values[name]);
  });

  test('says what was kept and what to do, where there is something to say', () => {
    if (!withoutKept.includes(code))
      expect(form(code)).toMatch(
        /nothing|left as it (?:is|was)|is safe|is in “|are untouched|keeps it|stopped|was not kept/iu,
      );
    if (!withoutAdvice.includes(code))
      expect(form(code)).toMatch(
        /check|choose|open|copy|close|update|ask|make room|name the|save it|cut it|say how|look at|try|write|move it|add it|run|give|it knows|together with it|lists them/iu,
      );
  });
});

test('an error of ours crosses as its code and values', () => {
  const error = new ExpectedError('file-empty', { file: 'a.txt' });
  expect(error.toFailure()).toEqual({ code: 'file-empty', values: { file: 'a.txt' } });
  expect(error.message).toContain('“a.txt”');
  expect(structuredClone(error.toFailure())).toEqual(error.toFailure());
});
