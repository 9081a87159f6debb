import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../../../electron/corpus/migrate.ts';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listNewest } from '../../../../electron/corpus/repositories/search-repository.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createEnvironment, createTestFolder, noJob } from '../../../helpers/corpus.ts';

/** A corpus as the sixth migration left it: that of the fifth with an adjudication, what it settled, an exemption and a merge. */
function copyOfSixthSchema(): string {
  const path = join(createTestFolder(), 'sixth.galley');
  copyFileSync(join(import.meta.dirname, '../../../fixtures/corpora/schema-6.galley'), path);
  return path;
}

test.each(['read', 'write'] as const)(
  'a corpus of the sixth schema that is opened to %s lists its articles',
  (access) => {
    const corpus = openCorpus(copyOfSixthSchema(), access, createEnvironment(7));
    try {
      expect(corpus.read.pragma('user_version', { simple: true })).toBe(migrations.length);
      const { articles } = listArticles(corpus.read, {}, { offset: 0, limit: 10 });
      expect(articles.map(({ date, state }) => [date, state])).toEqual([
        ['2024-03-13', 'new'],
        ['2024-03-13', 'in review'],
        ['2024-03-12', 'in review'],
      ]);
      expect(listNewest(corpus.read, { sql: '1', values: {} }).map(({ key }) => key)).toEqual([
        'arabic.txt arabic.txt 000000000000 ae32aef6-c664-883e-b79e-509cf1fbc150',
        'second-night.txt second-night.txt 000000000000 45ee1b35-2145-83cd-a0d7-590e11d5ba90',
        'jetty.txt jetty.txt 000000000000 aa3e786f-2938-8caf-b9d5-46ba045ffc91',
      ]);
    } finally {
      corpus.close();
    }
  },
);

test('it keeps all that it holds; its merge can be taken back and done again', async () => {
  const corpus = openCorpus(copyOfSixthSchema(), 'write', createEnvironment(7));
  try {
    const content = computeContentFingerprint(corpus.read);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [], notes: [] });
    const sara = corpus.read.prepare<[], string>(`SELECT uid FROM annotator WHERE name = 'Sara Nour'`).pluck().get()!;
    undo(corpus, sara, false);
    expect(computeContentFingerprint(corpus.read)).not.toBe(content);
    redo(corpus, sara, false);
    expect(computeContentFingerprint(corpus.read)).toBe(content);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    corpus.close();
  }
});
