import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { Codebook, Misfit } from '#shared/domain/codebook';
import type { ImportedCodebook } from '#shared/domain/codebook-file';
import { createCommandLine } from '../../helpers/galley.ts';

const { folder, galley, json, remove } = createCommandLine();
const TEXT = 'Four soldiers were killed, Amaq said.\n';
let article: string;
beforeAll(async () => {
  writeFileSync(join(folder, 'page.txt'), TEXT);
  await json('import', 'page.txt', '--split', 'never', '--outlet', 'FNA');
  article = (await json<{ uid: string }[]>('articles'))[0]!.uid;
  await json('call', 'entities:create', '{"label":"actor","name":"Amaq"}');
});
afterAll(remove);

const at = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const annotate = (label: string, words: string, ...more: string[]) => {
  const { start, end } = at(words);
  return json<Annotation>('annotate', article, '--label', label, '--start', `${start}`, '--end', `${end}`, ...more);
};

test('a tag is given an entity and values, by path and by type', async () => {
  const amaq = await annotate('actor', 'Amaq');
  expect(amaq).toMatchObject({ entity: 'Amaq', entityLink: 'rule', attributes: {} });
  const verb = at('said');
  const values = [
    'verdict=Contested',
    'attribution.0.who=amaq',
    `attribution.0.verb=${verb.start}-${verb.end}`,
    'attribution.1.who=unnamed',
    'figures.0.min=4',
    'figures.0.unit=killed',
    'event date=2019-01',
  ];
  const claim = await annotate('claim', 'Four soldiers were killed', ...values.flatMap((pair) => ['--attr', pair]));
  expect(claim.attributes).toEqual({
    attribution: [
      { who: { entity: amaq.entityUid, name: 'Amaq' }, verb: { article, ...verb, quote: 'said' } },
      { who: 'unnamed' },
    ],
    figures: [{ unit: 'killed', min: 4 }],
    'event date': '2019-01',
    verdict: 'contested',
  });
  expect(await json('annotations', '--label', 'claim')).toEqual([claim]);
  expect(await json('annotations', '--entity', 'amaq')).toEqual([amaq]);
});

test('a value that is not understood is refused, and nothing is tagged', async () => {
  const command = ['annotate', article, '--label', 'claim', '--start', '0', '--end', '4'];
  const run = (pair: string) => galley([...command, '--attr', pair, '--corpus', 'war.galley']);
  expect(await run('verdict')).toMatchObject({ status: 2, stdout: '' });
  const { status, stderr } = await run('figures.0.min=four');
  expect([status, stderr]).toEqual([1, expect.stringContaining('“figures.min” takes a number')]);
});

describe('galley codebook', () => {
  test('writes the codebook into a new file, and to take that over changes nothing', async () => {
    await json('codebook', '--export', 'codebook.json');
    const again = await galley(['codebook', '--export', 'codebook.json', '--corpus', 'war.galley']);
    expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('exists already') });
    const report = await json<ImportedCodebook>('codebook', '--import', 'codebook.json');
    expect(report).toMatchObject({ added: [], changed: [], left: [], onlyHere: [] });
  });

  test('says what it would take over, then takes it over', async () => {
    const file = JSON.parse(readFileSync(join(folder, 'codebook.json'), 'utf8')) as { labels: object[] };
    writeFileSync(join(folder, 'more.json'), JSON.stringify({ ...file, labels: [...file.labels, { name: 'weapon' }] }));
    const looked = await json<ImportedCodebook>('codebook', '--import', 'more.json', '--dry-run');
    expect(looked.added).toEqual(['weapon']);
    expect((await json<Codebook>('codebook')).labels).toHaveLength(3);
    expect(await json('codebook', '--import', 'more.json')).toEqual(looked);
    expect((await json<Codebook>('codebook')).labels).toHaveLength(4);
    const shown = await galley(['codebook', '--corpus', 'war.galley']);
    expect(shown.stdout).toContain('weapon');
    expect(shown.stdout).toMatch(/claim\.figures\.unit +choice/u);
  });

  test('lists what no longer fits', async () => {
    const changes = { label: 'claim', attribute: 'verdict', changes: { retired: true } };
    await json('call', 'codebook:update-attribute', JSON.stringify(changes));
    const { total, misfits } = await json<{ total: number; misfits: Misfit[] }>('codebook', '--misfits');
    expect([total, misfits[0]]).toMatchObject([
      1,
      { attribute: 'verdict', value: 'contested', why: 'attribute-retired' },
    ]);
    const shown = await galley(['codebook', '--misfits', '--corpus', 'war.galley']);
    expect(shown.stdout).toContain('the attribute is retired');
  });

  test('does one thing at a time', async () => {
    const run = await galley(['codebook', '--export', 'a.json', '--misfits', '--corpus', 'war.galley']);
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('one of') });
  });
});
