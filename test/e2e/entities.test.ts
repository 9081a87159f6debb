import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotationRef, ArticleRef } from '#shared/domain/ids';
import { findFaults } from './find-faults.ts';
import { createJourneys, type Journey } from './journey.ts';

const journeys = createJourneys();
let journey: Journey;
beforeEach(async () => {
  journey = await journeys.begin();
  await journey.page.getByRole('option').first().waitFor(); // the page has begun
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const inspector = () => journey.page.getByRole('complementary', { name: 'Inspector' });
const said = (text: string) => journey.page.getByRole('status').filter({ hasText: text }).waitFor();
const field = () => inspector().getByRole('combobox', { name: 'Entity' });
const press = (keys: string) => journey.page.keyboard.press(keys);
const text = () => journey.page.getByRole('region', { name: 'Article text' }).getByRole('document');

async function tag(words: string, label = 'actor'): Promise<AnnotationRef> {
  const article = journey.articles['jetty.txt'] as ArticleRef;
  const { text: whole } = await journey.call('articles:get', { article });
  const start = whole.indexOf(words);
  const spans = [{ start, end: start + words.length }];
  return (await journey.call('annotations:create', { article, label, spans })).uid as string as AnnotationRef;
}

const getEntityOf = async (annotation: AnnotationRef) => {
  const { annotations } = await journey.call('annotations:list', {});
  const { entity, entityLink } = annotations.find(({ uid }) => uid === (annotation as string))!;
  return [entity, entityLink];
};

/** Opens the article and puts its nth annotation into focus, by keyboard. */
async function goToAnnotation(words: string) {
  await journey.page
    .getByRole('region', { name: 'Articles' })
    .getByRole('option', { name: /Fuel jetty blast/u })
    .click();
  await inspector().getByRole('option', { name: words }).first().click();
  await text().focus();
}

describe('the entity of an annotation', () => {
  it('is made, found, confirmed and taken away with the keyboard alone', async () => {
    const authority = await tag('Murayn Harbour Authority');
    const ministry = await tag('Interior Ministry');
    await goToAnnotation('Murayn Harbour Authority');
    await press('e');
    await field().waitFor();
    await inspector().getByRole('option', { name: 'New entity “Murayn Harbour Authority”' }).waitFor();
    expect(await findFaults(journey.page)).toEqual([]);
    await press('Enter');
    await said('Murayn Harbour Authority is a new entity');
    expect(await getEntityOf(authority)).toEqual(['Murayn Harbour Authority', 'person']);

    await press('Tab'); // the focus was given back to the text: on to the next annotation
    await press('e');
    await journey.page.keyboard.type('harbour auth');
    await inspector()
      .getByRole('option', { name: /Murayn Harbour Authority/u, selected: true })
      .waitFor();
    await press('Enter');
    await said('is Murayn Harbour Authority');
    expect(await getEntityOf(ministry)).toEqual(['Murayn Harbour Authority', 'person']);
    await press('Control+z');
    await said('undone');
    expect(await getEntityOf(ministry)).toEqual([null, null]);

    await press('e');
    await press('Escape');
    expect(await text().evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });

  it('is a place of the gazetteer where one is taken as it is made', async () => {
    const mention = await tag('Qal’at Murayn', 'location');
    await goToAnnotation('Qal’at Murayn');
    await press('e');
    await journey.page.keyboard.type('Deir Ezzur');
    const offer = /^New entity “Deir Ezzur”, which is Deir ez-Zor.*Syria/u;
    await inspector().getByRole('option', { name: offer }).first().waitFor();
    await press('ArrowDown');
    await inspector().getByRole('option', { name: offer, selected: true }).waitFor();
    await press('Enter');
    await said('Deir Ezzur is a new entity');
    expect(await getEntityOf(mention)).toEqual(['Deir Ezzur', 'person']);
    expect(await journey.call('entities:get', { entity: 'Deir Ezzur' })).toMatchObject({
      kind: 'town',
      details: { latitude: 35.3359, longitude: 40.1408 },
    });
  });

  it('which a rule has linked is shown as such until it is confirmed', async () => {
    await journey.call('entities:create', { label: 'actor', name: 'Interior Ministry', aliases: ['the ministry'] });
    const mention = await tag('the ministry');
    await goToAnnotation('the ministry');
    await inspector().getByText('linked by rule').waitFor();
    await inspector().getByRole('button', { name: 'Confirm' }).click();
    await inspector().getByText('linked by rule').waitFor({ state: 'detached' });
    expect(await getEntityOf(mention)).toEqual(['Interior Ministry', 'person']);
  });
});

describe('the Entities view', () => {
  const region = (name: string) => journey.page.getByRole('region', { name, exact: true });
  const openView = () => journey.page.getByRole('tab', { name: 'Entities' }).click();
  const get = (entity: string) => journey.call('entities:get', { entity });

  async function openEntity(name: string) {
    await openView();
    await journey.page.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).click();
    await region(name).waitFor();
  }

  it('finds by any spelling, shows forms by outlet, and changes names', async () => {
    await journey.call('entities:create', { label: 'actor', name: 'Interior Ministry', aliases: ['the ministry'] });
    await journey.call('entities:create', { label: 'actor', name: 'Temsar Coast Guard', aliases: ['خفر السواحل'] });
    await tag('the ministry');
    await tag('Interior Ministry');
    await openView();
    await journey.page.getByRole('searchbox', { name: 'Find an entity by any spelling' }).fill('MINISTRY');
    await journey.page.getByRole('listbox', { name: 'Entities' }).getByText('Temsar').waitFor({ state: 'detached' });
    await press('Tab');
    await openEntity('Interior Ministry');
    const forms = region('Interior Ministry').getByRole('table', { name: 'Forms by outlet' });
    await forms.getByRole('row', { name: /the ministry.*The Harbour Post.*1/u }).waitFor();
    expect(await findFaults(journey.page)).toEqual([]);
    await region('Interior Ministry')
      .getByRole('button', { name: /Confirm all 2 links/u })
      .click();
    await said('2 mentions confirmed');
    const add = region('Interior Ministry').getByRole('textbox', { name: 'Add a spelling' });
    await add.fill('وزارة الداخلية');
    await press('Enter');
    await region('Interior Ministry').getByRole('cell', { name: 'وزارة الداخلية', exact: true }).waitFor();
    await journey.page.getByRole('checkbox', { name: 'the ministry never says by itself who is meant' }).click();
    await expect
      .poll(async () => (await get('Interior Ministry')).details.aliases.map((each) => each.neverAlone))
      .toEqual([false, true, false]);
  });

  it('merges two entities after showing what comes together, parts them again, and splits one', async () => {
    await journey.call('entities:create', { label: 'actor', name: 'Reef Front', aliases: ['the group'] });
    await journey.call('entities:create', { label: 'actor', name: 'Abnaa al-Shi’ab' });
    await openEntity('Abnaa al-Shi’ab');
    const merge = region('Abnaa al-Shi’ab').getByRole('button', { name: 'Merge…' });
    await merge.click();
    const dialog = journey.page.getByRole('dialog', { name: 'Merge Abnaa al-Shi’ab into…' });
    await dialog.getByRole('combobox').press('Escape');
    await expect.poll(() => merge.evaluate((button) => button === document.activeElement)).toBe(true);
    await press('Enter');
    await dialog.getByRole('combobox').fill('reef');
    await dialog.getByRole('option', { name: /Reef Front/u }).waitFor();
    await press('Enter');
    await dialog.getByText('Together 3 names and 0 mentions.').waitFor();
    await press('Enter');
    await region('Reef Front').getByRole('button', { name: 'Part Abnaa al-Shi’ab again' }).click();
    await expect.poll(async () => (await get('Reef Front')).merged).toEqual([]);
    await region('Reef Front').getByRole('button', { name: 'Split…' }).click();
    const split = journey.page.getByRole('dialog', { name: 'Split Reef Front' });
    await split.getByRole('checkbox', { name: 'the group' }).check();
    await split.getByRole('textbox', { name: 'Name of the new entity' }).fill('The Group');
    await split.getByRole('button', { name: 'Split' }).click();
    await region('The Group').waitFor();
    expect((await get('The Group')).aliases).toEqual(['the group', 'The Group']);
  });

  it('looks a place up by another spelling and takes it with Enter; undo takes it back', async () => {
    await journey.call('entities:create', { label: 'location', name: 'Deir Ezzur' });
    await openEntity('Deir Ezzur');
    const about = () => journey.page.getByRole('complementary', { name: 'About it' });
    await about().getByRole('button', { name: 'Look up in gazetteer…' }).focus();
    await press('Enter');
    const dialog = journey.page.getByRole('dialog', { name: 'Where is Deir Ezzur?' });
    const name = dialog.getByRole('combobox', { name: 'Name of the place, in any spelling' });
    await dialog.getByRole('option', { name: /^Deir ez-Zor.*Syria.*sounds alike/u, selected: true }).waitFor();
    expect(await findFaults(journey.page)).toEqual([]);
    await name.fill('Hmeymim');
    await dialog.getByText(/^Nothing in the gazetteer is called so/u).waitFor();
    await name.fill('Aleppo');
    await dialog.getByRole('option', { name: /^Aleppo.*Syria.*this name/u, selected: true }).waitFor();
    await press('Enter');
    await said('Deir Ezzur is Aleppo');
    await expect.poll(() => about().getByRole('textbox', { name: 'Latitude' }).inputValue()).toBe('36.2012');
    expect((await get('Deir Ezzur')).details.refs).toEqual([
      { scheme: 'geonames', value: '170063' },
      { scheme: 'country', value: 'SY' },
    ]);
    await press('Control+z');
    await said('undone');
    expect(await get('Deir Ezzur')).toMatchObject({ kind: null, details: { latitude: null, refs: [] } });
  });

  it('renames and merges outlets, and says which entity one is', async () => {
    await journey.call('entities:create', { label: 'actor', name: 'Harbour Post Ltd' });
    const [post] = await journey.call('outlets:list', {});
    await openView();
    await journey.page.getByRole('radio', { name: 'Outlets' }).click();
    await journey.page.getByRole('option', { name: post!.name }).click();
    const name = region(post!.name).getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('The Post');
    await press('Enter');
    await region('The Post').waitFor();
    await region('The Post').getByRole('button', { name: 'Choose…' }).click();
    await journey.page.keyboard.type('harbour post');
    await region('The Post')
      .getByRole('option', { name: /Harbour Post Ltd/u })
      .waitFor();
    await press('Enter');
    await region('The Post').getByRole('button', { name: 'Harbour Post Ltd' }).waitFor();
    expect(await findFaults(journey.page)).toEqual([]);
    expect(await journey.call('outlets:list', {})).toMatchObject([
      { name: 'The Post', aliases: [post!.name], entity: { name: 'Harbour Post Ltd' } },
    ]);
    await journey.page.getByRole('tab', { name: 'Annotate' }).click();
    await journey.page.getByRole('region', { name: 'Articles' }).getByText('The Post').first().waitFor();
  });
});
