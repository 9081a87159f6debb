import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { ImportReport } from '#shared/domain/import';
import type { Outlet } from '#shared/domain/outlet';
import { openCorpus } from '../../../electron/corpus/open-corpus.ts';
import { getArticleText, listArticleUids } from '../../../electron/corpus/repositories/article-repository.ts';
import { createAnnotation } from '../../../electron/services/annotate.ts';
import { ensureAnnotator } from '../../../electron/services/join.ts';
import { createEnvironment } from '../../helpers/corpus.ts';
import { createCommandLine } from '../../helpers/galley.ts';

const seeds = process.env['GALLEY_SEEDS'] ?? fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));
const hasSeeds = existsSync(seeds);
if (!hasSeeds) console.warn(`The seed pages are not at ${seeds} (set GALLEY_SEEDS): their entities are not tested.`);

type Printed = {
  uid: string;
  label: string;
  kind: string | null;
  name: string;
  aliases: string[];
  usedBy: { form: string; outlet: string }[];
  neverAlone: string[];
  count: number;
  byRule: number;
  forms: { form: string; outlet: string | null; count: number }[];
};

/** What an editor prepared elsewhere: the organisations and places of the seed pages with the words that outlets use. */
const prepared = [
  {
    label: 'actor',
    kind: 'armed group',
    name: 'Hayat Tahrir al-Sham',
    aliases: [
      'HTS',
      "Tahrir al-Sham Hay'at",
      'the Levant Liberation Board',
      'Levant Liberation Board',
      'Al-Nusra',
      'militants',
    ],
    neverAlone: ['militants'],
  },
  { label: 'actor', kind: 'armed group', name: 'ISIS', aliases: ['ISIL', 'Daesh', 'IS'] },
  { label: 'location', kind: 'town', name: 'al-Sukhnah', aliases: ['Sukhna'] },
];

describe.skipIf(!hasSeeds)('entities of the seed pages, by the command line', () => {
  const { folder, galley, json, remove } = createCommandLine();
  const environment = createEnvironment();
  afterAll(remove);
  /** Tags the first mention of these words in each article that has them; a process for each would take minutes. */
  function tagFirst(label: string, ...forms: string[]): Annotation[] {
    const corpus = openCorpus(join(folder, 'war.galley'), 'write', environment);
    try {
      const by = ensureAnnotator(corpus, 'Sara');
      return listArticleUids(corpus.read, {}).flatMap((article) => {
        const text = getArticleText(corpus.read, article);
        return forms.flatMap((words) => {
          const start = new RegExp(`(?<![\\p{L}-])${words}(?![\\p{L}-])`, 'u').exec(text)?.index;
          if (start === undefined) return [];
          return createAnnotation(corpus, by, { article, label, spans: [{ start, end: start + words.length }] });
        });
      });
    } finally {
      corpus.close();
    }
  }

  test('come from a prepared list, of which mentions are linked by rule', async () => {
    const pages = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
    const { articles } = await json<ImportReport>('import', ...pages.map((name) => join(seeds, name)));
    expect(articles).toHaveLength(12);
    writeFileSync(join(folder, 'prepared.json'), JSON.stringify(prepared));
    expect(await json('entities', '--import', 'prepared.json')).toEqual({ added: 3, changed: 0, same: 0 });
    expect(await json('entities', '--import', 'prepared.json')).toEqual({ added: 0, changed: 0, same: 3 });
    const tagged = tagFirst('actor', 'ISIS', 'ISIL', 'HTS', 'Hayat Tahrir al-Sham', 'Levant Liberation Board');
    expect(new Set(tagged.map(({ entityLink }) => entityLink))).toEqual(new Set(['rule']));
    expect(tagFirst('actor', 'militants')[0]!.entity).toBeNull();
    expect(new Set(tagFirst('location', 'Sukhnah', 'Sukhna').map(({ entity }) => entity))).toEqual(
      new Set(['al-Sukhnah']),
    );
  });

  test('list their forms, each with its outlet and count', async () => {
    const entities = await json<Printed[]>('entities', '--label', 'actor');
    const isis = entities.find(({ name }) => name === 'ISIS')!;
    expect(isis.aliases).toEqual(['ISIS', 'ISIL', 'Daesh', 'IS']);
    expect(new Set(isis.forms.map(({ form }) => form))).toEqual(new Set(['ISIS', 'ISIL']));
    expect(isis.forms.reduce((sum, { count }) => sum + count, 0)).toBe(isis.count);
    expect(isis.byRule).toBe(isis.count);
    const hts = entities.find(({ name }) => name === 'Hayat Tahrir al-Sham')!;
    expect(hts.neverAlone).toEqual(['militants']);
    const outlets = new Set(hts.forms.map(({ outlet }) => outlet));
    expect(outlets.size).toBeGreaterThan(1);
    const outlet = hts.forms.find((each) => each.outlet !== null)!.outlet!;
    const ofOutlet = await json<Printed[]>('entities', '--outlet', outlet);
    expect(ofOutlet.map(({ name }) => name)).toContain('Hayat Tahrir al-Sham');
  });

  test('are added, given aliases, renamed, merged, confirmed, removed and undone', async () => {
    const added = await json<Printed>('entities', '--add', 'Nusra Front', '--label', 'actor', '--kind', 'armed group');
    expect(added).toMatchObject({ name: 'Nusra Front', kind: 'armed group', count: 0 });
    await json('entities', '--alias', 'Nusra Front', '--form', 'Jabhat al-Nusra', '--never-alone');
    await json('entities', '--rename', 'Nusra Front', '--to', 'Al-Nusra Front');
    const merged = await json<Printed>('entities', '--merge', 'Al-Nusra Front', '--into', 'HTS');
    expect(merged.aliases).toContain('Jabhat al-Nusra');
    expect(await json<Printed[]>('entities', '--query', 'nusra')).toHaveLength(1);
    await galley(['undo', '--corpus', 'war.galley']);
    expect((await json<Printed[]>('entities', '--query', 'jabhat'))[0]).toMatchObject({ uid: added.uid, count: 0 });
    const { confirmed } = await json<{ confirmed: number }>('entities', '--confirm', 'ISIS', '--form', 'ISIL');
    expect(confirmed).toBeGreaterThan(0);
    expect(await json('entities', '--remove', added.uid)).toEqual({});
    expect((await galley(['entities', '--remove', 'ISIS', '--corpus', 'war.galley'])).stderr).toContain('merge it');
  });

  test('link what was tagged before on request', async () => {
    await json('entities', '--add', 'Militant circles', '--label', 'actor', '--alias', 'Militants');
    const { status, stderr } = await galley(['entities', '--link-form', 'Militant circles', '--corpus', 'war.galley']);
    expect([status, stderr]).toEqual([0, '']); // “militants” means HTS too, which makes it unclear
    expect((await json<Printed[]>('entities', '--query', 'militant circles'))[0]!.count).toBe(0);
  });

  test('and outlets are renamed, merged and said to be an entity', async () => {
    const [first, second] = await json<Outlet[]>('outlets');
    await json('outlets', '--rename', first!.name, '--to', 'The First Outlet');
    await json('outlets', '--alias', 'The First Outlet', '--form', 'TFO');
    await json('outlets', '--entity', 'TFO', '--is', 'ISIS');
    const outlets = await json<Outlet[]>('outlets', '--merge', second!.name, '--into', 'TFO');
    expect(outlets.find(({ name }) => name === 'The First Outlet')).toEqual({
      uid: first!.uid,
      name: 'The First Outlet',
      articles: first!.articles + second!.articles,
      aliases: ['TFO', first!.name].sort((a, b) => Number(a === 'TFO') - Number(b === 'TFO')),
      entity: { uid: expect.any(String), name: 'ISIS' },
      merged: [{ uid: second!.uid, name: second!.name }],
    });
    const articles = await json<{ outlet: string }[]>('articles', '--outlet', second!.name);
    expect(new Set(articles.map(({ outlet }) => outlet))).toEqual(new Set(['The First Outlet']));
    expect(await json('verify', '--rebuild')).toMatchObject({ ok: true });
  });

  test.each([
    [['entities', '--merge', 'ISIS'], 'goes with --into'],
    [['entities', '--add', 'Somebody'], '--label'],
    [['entities', '--rename', 'ISIS', '--merge', 'HTS', '--into', 'ISIS'], 'one thing at a time'],
    [['outlets', '--entity', 'TFO'], 'goes with --is'],
  ])('%j is a wrong use', async (args, words) => {
    const { status, stderr } = await galley([...args, '--corpus', 'war.galley']);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});
