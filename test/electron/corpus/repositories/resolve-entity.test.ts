import { expect, test } from 'vitest';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listArticleUids } from '../../../../electron/corpus/repositories/article-repository.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

const page = { offset: 0, limit: 10 };

test('a filter takes an entity by uid, its beginning, name and alias, also of one that was merged into another', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const add = (name: string, ...aliases: string[]) =>
    createEntity(made.corpus, made.sara, {
      label: 'actor',
      name,
      aliases: aliases.map((form) => ({ form, outlet: null, neverAlone: false })),
      annotations: [],
    }).uid;
  const [council, board, other] = [add('The council', 'al-Majlis'), add('The board', 'Majlis two'), add('Board')];
  const { uid } = made.tag(article, 'actor', 0, 7);
  updateAnnotation(made.corpus, made.sara, uid, { entity: board });
  mergeEntities(made.corpus, made.sara, board, council);
  const found = (...entities: string[]) => [
    listAnnotations(made.corpus.read, { entities }, page).annotations.map((each) => each.uid),
    listArticleUids(made.corpus.read, { entities }),
  ];
  for (const ref of [council, council.slice(0, 12), board, 'the COUNCIL', 'the board', 'Majlis', 'majlis TWO'])
    expect([ref, ...found(ref)]).toEqual([ref, [uid], [article]]);
  // a name is meant before an alias
  for (const ref of [other, 'board', 'nobody', '__proto__', '']) expect([ref, ...found(ref)]).toEqual([ref, [], []]);
  expect(found('nobody', 'Majlis two')).toEqual([[uid], [article]]);
});
