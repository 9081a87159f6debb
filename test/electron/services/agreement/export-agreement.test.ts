import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Agreed } from '#shared/domain/agreement';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { exportAgreement } from '../../../../electron/services/agreement/export-agreement.ts';
import { importCoded, toWords } from '../../../helpers/coded-articles.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';

const asked = { agreed: Agreed.parse({}), withGamma: true };

test('tables, figures and pictures are written together; what is undefined is empty, and an outlet is no formula', async () => {
  const made = createTestCorpus();
  const article = await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 9]]] });
  editArticle(made.corpus, made.sara, article, { outlet: '=1+1' });
  const folder = join(made.folder, 'out');
  const files = await exportAgreement(made.corpus, { ...asked, folder }, noJob);
  expect(readdirSync(folder).sort()).toEqual(files.toSorted());
  expect(files).toContain('agreement-by-outlet.svg');
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const [head, first] = read('agreement.csv').split('\n');
  expect(head).toMatch(/^label,coders,articles,annotations,uα,"uα, from","uα, to",/u);
  expect(first).toMatch(/^actor or location,"Omar, Sara",1,2,0\.\d+,,,/u);
  expect(read('agreement-by-outlet.csv')).toContain("'=1+1");
  const json = JSON.parse(read('agreement.json')) as { rows: { label: string | null }[]; gamma: object[]; by: object };
  expect(json.rows[0]!.label).toBeNull();
  expect(json.gamma).toHaveLength(json.rows.length);
  expect(Object.keys(json.by)).toEqual(['outlet', 'week', 'month']);
});

test('nothing is written into a folder that has something in it, and what was stopped leaves nothing', async () => {
  const made = createTestCorpus();
  await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 9]]] });
  await expect(exportAgreement(made.corpus, { ...asked, folder: made.folder }, noJob)).rejects.toMatchObject({
    code: 'folder-not-empty',
  });
  const folder = join(made.folder, 'out');
  const stopped = { report: () => {}, isCancelled: () => true };
  await expect(exportAgreement(made.corpus, { ...asked, folder }, stopped)).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(readdirSync(made.folder).filter((name) => name.startsWith('out'))).toEqual([]);
});
