import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NamingInput, type EntityNaming } from '#shared/domain/naming';
import { compareNaming } from '../../../../electron/services/compare/naming.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { importCollection, isThere, layTags, whereIs } from '../../../evaluate/tagged-corpus.ts';
import { noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const hasSeeds = isThere('seeds');
if (!hasSeeds)
  console.warn(`The seed pages are not at ${whereIs('seeds')} (set GALLEY_SEEDS): their naming is not compared.`);

/** South Front (three articles) against FNA: one whose text says so, and one of the same daily series whose text does not. */
describe.skipIf(!hasSeeds)('the naming of South Front against FNA, by hand tags', () => {
  let made: TestCorpus;
  let naming: Map<string, EntityNaming>;
  beforeAll(async () => {
    const collection = await importCollection('seeds');
    made = collection.made;
    const asNames = collection.tagged.map(({ tags, ...one }) => ({
      ...one,
      tags: tags.map((tag) => ({ ...tag, kind: 'name' as const })),
    }));
    layTags(made, asNames);
    editArticle(made.corpus, made.sara, asNames.find(({ page }) => page === '003')!.uid, { outlet: 'FNA' });
    const sides = { a: { outlets: ['South Front'] }, b: { outlets: ['FNA'] } };
    const input = NamingInput.parse({ ...sides, withForms: true, limit: 1000 });
    const { entities } = await compareNaming(made.corpus.read, input, noJob);
    naming = new Map(entities.map((each) => [each.name, each]));
    expect(entities[0]!.name).toBe('Islamic State');
  });
  afterAll(() => made.remove());

  const ownForms = (entity: string) =>
    Object.fromEntries(naming.get(entity)!.forms!.map(({ form, a, b }) => [form, `${a.own} | ${b.own}`]));

  test('the one says ISIS and the other ISIL, each never the other’s word', () => {
    const isis = naming.get('Islamic State')!;
    expect(isis).toMatchObject({ a: { own: 33, most: 'ISIS' }, b: { own: 56, most: 'ISIL' }, shared: 3, ownForms: 8 });
    expect(ownForms('Islamic State')).toMatchObject({ ISIS: '27 | 0', ISIL: '0 | 41', terrorists: '1 | 8' });
    expect(isis.g2).toBeCloseTo(103.818, 3);
    expect(isis.overlap).toBeCloseTo(0.066, 3);
    const sure = isis.forms!.filter(({ lrc }) => lrc !== 0 && lrc !== null);
    expect(sure.map(({ form, lrc }) => [form, lrc! > 0 ? 'A' : 'B'])).toEqual([
      ['ISIS', 'A'],
      ['ISIL', 'B'],
    ]);
  });

  test('the Syrian Army is the SAA to the one only, and army soldiers and troops to the other only', () => {
    const army = naming.get('Syrian Army')!;
    expect(army).toMatchObject({ a: { own: 17, most: 'SAA' }, b: { own: 38, most: 'Syrian Army' } });
    expect(ownForms('Syrian Army')).toMatchObject({
      SAA: '9 | 0',
      'Syrian Army': '5 | 14',
      army: '1 | 10',
      'army soldiers': '0 | 4',
      'army troops': '0 | 4',
    });
    expect(army.overlap).toBeCloseTo(0.353, 3);
    expect(army.forms!.filter(({ lrc }) => lrc !== 0 && lrc !== null).map(({ form }) => form)).toEqual(['SAA']);
  });

  test('the opposition is called so by neither: by the one in a quotation only, while the other has militants and terrorists', () => {
    const opposition = naming.get('Syrian opposition')!;
    expect(opposition).toMatchObject({ a: { own: 0, quoted: 2 }, b: { mentions: 0 }, unspoken: 'both', g2: null });
    const militants = naming.get('Unspecified militants')!;
    expect(militants).toMatchObject({ a: { mentions: 0 }, b: { own: 18 }, unspoken: 'a', isThin: true });
    expect(ownForms('Unspecified militants')).toMatchObject({ militants: '0 | 6', terrorists: '0 | 6' });
  });
});
