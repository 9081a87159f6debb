import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArticleRef } from '#shared/domain/ids';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { addAlias } from '../../../../electron/services/entities/entity-aliases.ts';
import { cutPackage } from '../../../../electron/services/hand-out/cut-package.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { mergeCorpora } from '../../../../electron/services/merge/merge-corpora.ts';
import { enterPerson } from '../../../../electron/services/people.ts';
import { listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { createEnvironment, createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { contentsOf, merge, problemsOf } from '../../../helpers/merge.ts';

test('in a blind package names are suggested that others know, but for what they learnt from its articles', async () => {
  const made = createTestCorpus();
  const article = await made.importText('then zorn gave xyzzy to the mild one\n', 'first.txt');
  const plain = { label: 'actor', aliases: [], annotations: [] as string[] };
  createEntity(made.corpus, made.sara, { ...plain, name: 'zorn' });
  const tagged = made.tag(article, 'actor', 15, 20).uid;
  const learnt = createEntity(made.corpus, made.sara, { ...plain, name: 'xyzzy', annotations: [tagged] }).uid;
  const omar = enterPerson(made.corpus, 'Omar');
  const path = join(made.folder, 'for-omar.galley');
  const environment = createEnvironment(9);
  const cut = (to: string, isBlind: boolean) =>
    cutPackage(
      made.corpus,
      made.sara,
      { for: 'Omar', filter: { articles: [ArticleRef.parse(article)] }, isBlind },
      to,
      noJob,
    );
  await cut(path, true);
  await cut(join(made.folder, 'open.galley'), false);
  const countAliases = (file: string) => {
    const { read, close } = openCorpus(join(made.folder, file), 'read', createEnvironment(8));
    const n = read.prepare('SELECT count(*) FROM entity_alias').pluck().get();
    close();
    return n;
  };
  expect([countAliases('for-omar.galley'), countAliases('open.galley')]).toEqual([1, 2]);

  const handed = openCorpus(path, 'write', environment);
  const seen = () => listSuggestions(handed.read, article, 'Omar').map(({ entity }) => entity);
  expect(seen()).toEqual(['zorn']);
  // who finds the name alone may add it: it is then there as two people made it
  addAlias(handed, omar, learnt, { form: 'xyzzy', outlet: null, neverAlone: false });
  expect(seen()).toEqual(['zorn', 'xyzzy']);
  handed.close();
  await merge(made, { path });
  const again = openCorpus(path, 'write', environment);
  const check = (file: string, how: 'whole') => Promise.resolve(inspectCorpus(file, how));
  const asked = { path: made.path, otherCorpus: false, sameNames: false, choices: {} };
  await mergeCorpora(again, omar, asked, { check }, noJob);
  expect(contentsOf({ ...made, corpus: again } as typeof made)).toBe(contentsOf(made));
  again.close();
  expect(await problemsOf(made)).toEqual([]);
});
