import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NewAttribute, type AttributeType, type AttributeValues, type ValuesInput } from '#shared/domain/attribute';
import { getArticleText } from '../../../electron/corpus/repositories/article-repository.ts';
import { listAnnotations } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { createAnnotation } from '../../../electron/services/annotate.ts';
import { addAttribute } from '../../../electron/services/codebook-attributes.ts';
import { exportDataset } from '../../../electron/services/dataset/export-dataset.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { addTestEntity } from '../../helpers/entity.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { hasPython, verifyByPython } from '../../helpers/verify-dataset.ts';

const OTHER_TEXT = 'On the ferry: 👍🏽 “حلب” e\u0301 𝔘.\n';
const options = ['one', 'Two, or 2', 'ثلاثة', '=4'];
const simple: readonly Exclude<AttributeType, 'group'>[] = [
  'text',
  'number',
  'date',
  'choice',
  'choices',
  'yes-no',
  'entity',
  'span',
];

const borders = (text: string) => [
  ...[...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ index }) => index),
  text.length,
];

test('whatever values an annotation is given, the list and JSONL give them back', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT, 'one.txt');
  const other = await made.importText(OTHER_TEXT, 'other.txt');
  const texts = new Map([article, other].map((uid) => [uid, getArticleText(made.corpus.read, uid as never)]));
  const entity = addTestEntity(made, 'actor', 'Ann “=Dell”');
  const fields = simple.flatMap((type) => [
    { name: type, type, options: toOptions(type) },
    { name: `${type} list`, type, isList: true, options: toOptions(type) },
  ]);
  const all = [
    ...fields,
    { name: 'group', type: 'group' as const, fields },
    { name: 'groups', type: 'group' as const, isList: true, fields },
  ];
  for (const attribute of all)
    addAttribute(made.corpus, made.sara, { label: 'location', attribute: NewAttribute.parse(attribute) });

  const anySpan = fc
    .tuple(fc.constantFrom(article, other), fc.nat(), fc.nat())
    .map(([uid, a, b]) => {
      const [text, at] = [texts.get(uid)!, borders(texts.get(uid)!)];
      const [start, end] = [at[a % at.length]!, at[b % at.length]!].sort((x, y) => x - y) as [number, number];
      return { article: uid, start, end, quote: text.slice(start, end) };
    })
    .filter(({ start, end }) => start < end);
  const pad = (n: number) => String(n).padStart(2, '0');
  const ofType: Record<(typeof simple)[number], fc.Arbitrary<unknown>> = {
    text: fc.string({ unit: 'grapheme', minLength: 1 }),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), // minus zero has no form in JSON
    date: fc
      .tuple(
        fc.integer({ min: 1000, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(2),
      )
      .map(([year, month, day, parts]) => [String(year), pad(month), pad(day)].slice(0, parts + 1).join('-')),
    choice: fc.constantFrom(...options),
    choices: fc.uniqueArray(fc.constantFrom(...options), { minLength: 1 }),
    'yes-no': fc.boolean(),
    entity: fc.constantFrom<unknown>('unnamed', { entity, name: 'Ann “=Dell”' }),
    span: anySpan,
  };
  const anyFields = fc.record(
    Object.fromEntries(
      simple.flatMap((type) => [
        [type, ofType[type]],
        [`${type} list`, fc.array(ofType[type], { minLength: 1, maxLength: 4 })],
      ]),
    ),
    { requiredKeys: [] },
  );
  const anyGroup = anyFields.filter((group) => Object.keys(group).length > 0);
  const anyValues = fc
    .tuple(anyFields, fc.option(anyGroup, { nil: undefined }), fc.array(anyGroup, { maxLength: 3 }))
    .map(([own, group, groups]) => ({ ...own, ...(group && { group }), ...(groups.length > 0 && { groups }) }));

  const given = new Map<string, unknown>();
  fc.assert(
    fc.property(anyValues, (values) => {
      const attributes = values as ValuesInput;
      const spans = [{ start: 0, end: 7 }];
      const made1 = createAnnotation(made.corpus, made.sara, { article, label: 'location', spans, attributes });
      given.set(made1.uid, values);
      expect(made1.attributes).toEqual(values);
    }),
    { numRuns: 60 },
  );

  const { annotations } = listAnnotations(made.corpus.read, {}, { offset: 0, limit: 1000 });
  expect(new Map(annotations.map(({ uid, attributes }) => [uid, attributes]))).toEqual(given);
  const folder = mkdtempSync(join(made.folder, 'sets-'));
  for (const format of ['jsonl', 'csv'] as const) {
    const { losses } = await exportDataset(made.corpus, { format, filter: {} }, join(folder, format), noJob);
    expect(losses).toEqual([]);
    if (hasPython) expect(verifyByPython(join(folder, format))).toMatchObject({ ok: true });
  }
  const lines = readFileSync(join(folder, 'jsonl', 'articles.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  const written = lines.flatMap((line) => (JSON.parse(line) as { annotations: Written[] }).annotations);
  expect(new Map(written.map(({ id, attributes }) => [id, toUtf16(attributes, texts)]))).toEqual(given);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

type Written = { id: string; attributes: AttributeValues };

const toOptions = (type: AttributeType) => {
  if (type === 'entity') return [{ value: 'unnamed' }];
  return type.startsWith('choice') ? options.map((value) => ({ value })) : [];
};

/** Spans in code points, as the file has them, back in UTF-16 units: by cutting the text before them. */
function toUtf16(value: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => toUtf16(item, texts));
  const fields = value as Record<string, unknown>;
  if (typeof fields['quote'] === 'string') {
    const characters = [...texts.get(fields['article'] as string)!];
    const unit = (at: unknown) => characters.slice(0, at as number).join('').length;
    return { ...fields, start: unit(fields['start']), end: unit(fields['end']) };
  }
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toUtf16(field, texts)]));
}
