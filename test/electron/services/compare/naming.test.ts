import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { NamingInput, type EntityNaming } from '#shared/domain/naming';
import { compareNaming } from '../../../../electron/services/compare/naming.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { importMarked } from '../../../helpers/marked-text.ts';

const POST = `The [Reef Front|Reef Front] met. A man of the [Reef Front|Reef Front] and another of the [REEF FRONT|Reef Front] spoke.

The [group|Reef Front] waits, and its [fighters|Reef Front] too. “The [pirates|Reef Front!] fled”, a sailor said.

{The [terrorists|Reef Front!] took two boats|Interior Ministry}. The [Coast Guard|Coast Guard] of [somebody|] came.`;
const WIRE = `The [pirates|Reef Front!] came. [Pirates|Reef Front!] and more [pirates|Reef Front!] were seen, [pirates|Reef Front!] all.

The [group|Reef Front] waits. {The [group|Reef Front] has boats|the outlet}. “The [Reef Front|Reef Front] is calm”, it said.`;

let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  await importMarked(made, 'Harbour Post', POST);
  await importMarked(made, 'Meridian Wire', WIRE);
});
afterAll(() => made.remove());

const post = { outlets: ['Harbour Post'] };
const wire = { outlets: ['Meridian Wire'] };
type Asked = Partial<z.input<typeof NamingInput>>;
const ask = (asked: Asked = {}) =>
  compareNaming(made.corpus.read, NamingInput.parse({ a: post, b: wire, ...asked }), noJob);
const askFor = async (entity: string, asked: Asked = {}) => (await ask({ entity, ...asked })).entities[0]!;
const formsOf = ({ forms }: EntityNaming) => Object.fromEntries(forms!.map(({ form, ...row }) => [form, row]));

test('each form is counted by side and by whose words it stands in, in any case of its letters', async () => {
  const forms = formsOf(await askFor('Reef Front'));
  const side = { own: 0, quoted: 0, attributed: 0, loaded: 0 };
  expect(Object.keys(forms)).toHaveLength(5);
  expect(forms['Reef Front']).toMatchObject({
    a: { ...side, own: 3, share: 3 / 7 },
    b: { ...side, quoted: 1, share: 1 / 7 },
  });
  expect(forms['pirates']).toMatchObject({
    a: { ...side, quoted: 1, loaded: 1, share: 1 / 7 },
    b: { ...side, own: 4, loaded: 4, share: 4 / 7 },
  });
  expect(forms['terrorists']).toMatchObject({ a: { ...side, attributed: 1, loaded: 1 }, b: side });
  expect(forms['group']).toMatchObject({ a: { ...side, own: 1 }, b: { ...side, own: 2 } });
});

test('the two choices are compared over what stands in the own voice', async () => {
  const naming = await askFor('Reef Front');
  expect(naming.a).toEqual({
    ...{ mentions: 7, own: 5, quoted: 1, attributed: 1, most: 'Reef Front', loaded: 0, loadedShare: 0 },
  });
  expect(naming.b).toEqual({
    ...{ mentions: 7, own: 6, quoted: 1, attributed: 0, most: 'pirates', loaded: 4, loadedShare: 4 / 6 },
  });
  expect(naming).toMatchObject({ label: 'actor', unspoken: null, isThin: false, shared: 1, ownForms: 4 });
  // A: Reef Front 3, group 1, fighters 1; B: pirates 4, group 2. The common share is that of the group: 1/5
  expect(naming.overlap).toBeCloseTo(0.2, 10);
  // 2 (3 ln 11/5 + ln 11/15 + ln 11/5 + 4 ln 11/6 + 2 ln 11/9)
  expect(naming.g2).toBeCloseTo(11.3391, 4);
  const { 'Reef Front': front, pirates, group, terrorists } = formsOf(naming);
  // 2 (3 ln(3·11/(3·5)) + 2 ln(2·11/(8·5)) + 6 ln(6·11/(8·6)))
  expect(front!.g2).toBeCloseTo(6.1613, 3);
  expect(pirates!.g2).toBeLessThan(0);
  expect(group!.logRatio).toBeLessThan(0);
  expect(group!.lrc).toBe(0);
  expect(terrorists).toMatchObject({ g2: null, logRatio: null, lrc: null });
});

test('an entity that a side never names in its own voice has no figures of choice, and is not ranked', async () => {
  const { entities, total, thin } = await ask();
  expect(total).toBe(2);
  expect(thin).toBe(1);
  expect(entities.map(({ name }) => name)).toEqual(['Reef Front', 'Coast Guard']);
  expect(entities[0]!.forms).toBeUndefined();
  expect(entities[1]).toMatchObject({ g2: null, overlap: null, unspoken: 'b', isThin: true, shared: 0, ownForms: 1 });
  expect(entities[1]!.b).toMatchObject({ mentions: 0, most: null, loadedShare: null });
  const { forms } = await askFor('Coast Guard');
  expect(forms).toMatchObject([{ a: { share: 1 }, b: { share: null }, g2: null, lrc: null }]);
});

test('an entity that neither side names can be asked for', async () => {
  expect(await askFor('Interior Ministry')).toMatchObject({ unspoken: 'both', forms: [], g2: null, isThin: true });
  await expect(askFor('Nobody')).rejects.toMatchObject({ code: 'entity-unknown' });
});

test('mentions without an entity are told', async () => {
  expect((await ask()).unlinked).toEqual({ a: 1, b: 0 });
});

test('an entity is found by its name and by what it is called', async () => {
  const names = async (query: string) => (await ask({ query })).entities.map(({ name }) => name);
  expect(await names('REEF')).toEqual(['Reef Front']);
  expect(await names('Pirate')).toEqual(['Reef Front']);
  expect(await names('coast')).toEqual(['Coast Guard']);
  expect(await names('nobody')).toEqual([]);
});

test('the list is ordered as asked for, and given by pages', async () => {
  const names = async (asked: Asked) => (await ask(asked)).entities.map(({ name }) => name);
  expect(await names({ sort: 'name' })).toEqual(['Coast Guard', 'Reef Front']);
  expect(await names({ sort: 'mentions' })).toEqual(['Reef Front', 'Coast Guard']);
  expect(await names({ offset: 1, limit: 1 })).toEqual(['Coast Guard']);
});

test('the other way round every figure is mirrored', async () => {
  const there = await ask({ withForms: true });
  const back = await ask({ withForms: true, a: wire, b: post });
  const mirrored = there.entities.map(({ a, b, unspoken, forms, ...rest }) => ({
    ...rest,
    ...{ a: b, b: a, unspoken: unspoken === 'b' ? 'a' : unspoken },
    forms: forms!.map((row) => ({
      ...{ form: row.form, a: row.b, b: row.a },
      ...{ g2: negate(row.g2), logRatio: negate(row.logRatio), lrc: negate(row.lrc) },
    })),
  }));
  expect(round(back.entities)).toEqual(round(mirrored));
  expect(back.unlinked).toEqual({ a: 0, b: 1 });
});

const negate = (value: number | null) => (value === null ? null : 0 - value);
const round = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'number' ? Number(each.toFixed(9)) + 0 : each,
  );

test('with twice as much of both sides shares and overlap are the same', async () => {
  const before = await askFor('Reef Front');
  const twice = createTestCorpus({ seed: 2 });
  for (const text of [POST, `${POST}\n`]) await importMarked(twice, 'Harbour Post', text);
  for (const text of [WIRE, `${WIRE}\n`]) await importMarked(twice, 'Meridian Wire', text);
  const input = NamingInput.parse({ a: post, b: wire, entity: 'Reef Front' });
  const after = (await compareNaming(twice.corpus.read, input, noJob)).entities[0]!;
  expect(after.a).toMatchObject({ mentions: 14, own: 10, loadedShare: before.a.loadedShare });
  expect(after.b.loadedShare).toBe(before.b.loadedShare);
  expect(after.overlap).toBe(before.overlap);
  expect(after.g2).toBeCloseTo(2 * before.g2!, 10);
  const shares = ({ forms }: EntityNaming) => forms!.map(({ form, a, b }) => [form, a.share, b.share]);
  expect(shares(after)).toEqual(shares(before));
});

test('what was merged into an entity counts as it', async () => {
  const merged = createTestCorpus({ seed: 3 });
  await importMarked(merged, 'Harbour Post', 'The [Reef Front|Reef Front] met the [Tide League|Tide League].');
  await importMarked(merged, 'Meridian Wire', 'The [Tide League|Tide League] met.');
  mergeEntities(merged.corpus, merged.sara, 'Tide League', 'Reef Front');
  const input = NamingInput.parse({ a: post, b: wire, withForms: true });
  const { entities } = await compareNaming(merged.corpus.read, input, noJob);
  expect(entities.map(({ name }) => name)).toEqual(['Reef Front']);
  expect(entities[0]!.forms!.map(({ form, a, b }) => [form, a.own, b.own])).toEqual([
    ['Tide League', 1, 1],
    ['Reef Front', 1, 0],
  ]);
});

test('what a side hardly names comes after all that is ranked, however differently it is called', async () => {
  const made = createTestCorpus({ seed: 4 });
  const repeat = (form: string, entity: string, times: number) => `[${form}|${entity}] `.repeat(times);
  await importMarked(made, 'Harbour Post', repeat('guard', 'Coast Guard', 5) + repeat('pirates', 'Reef Front', 4));
  await importMarked(made, 'Meridian Wire', repeat('guard', 'Coast Guard', 5) + repeat('fighters', 'Reef Front', 9));
  const { entities } = await compareNaming(made.corpus.read, NamingInput.parse({ a: post, b: wire }), noJob);
  expect(entities.map(({ name, isThin }) => [name, isThin])).toEqual([
    ['Coast Guard', false],
    ['Reef Front', true],
  ]);
  expect(entities[0]).toMatchObject({ g2: 0, overlap: 1 });
  expect(entities[1]!.g2).toBeGreaterThan(16);
});
