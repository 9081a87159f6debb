import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArticleRef } from '#shared/domain/ids';
import { isSettled } from '#shared/domain/settlement';
import { NewPrediction } from '#shared/domain/suggestion';
import { kindNames } from '../../../../electron/corpus/model/kinds.ts';
import { findRecord, iterateUids } from '../../../../electron/corpus/model/rows.ts';
import { openCorpus, type Corpus } from '../../../../electron/corpus/open-corpus.ts';
import { listAssignments } from '../../../../electron/corpus/repositories/assignment-repository.ts';
import {
  commentSettlement,
  settleDifference,
  startAdjudication,
} from '../../../../electron/services/adjudication/adjudicate.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { discardUnfinished } from '../../../../electron/services/discard-batch.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { cutPackage } from '../../../../electron/services/hand-out/cut-package.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { addMissing, commentReview, createReview } from '../../../../electron/services/reviews.ts';
import { addPredictions } from '../../../../electron/services/suggestions/add-predictions.ts';
import { dismissSuggestions } from '../../../../electron/services/suggestions/dismiss-suggestions.ts';
import { listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { createEnvironment, createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

const at = (words: string) => {
  const start = SAMPLE_TEXT.indexOf(words);
  return [start, start + words.length] as const;
};

/** One article to which Sara, Omar and Nour have done all that can be done, much of it about Omar's tags alone. */
async function doEverything() {
  const made = createTestCorpus();
  const { corpus, sara } = made;
  const article = await made.importText(SAMPLE_TEXT);
  const [omar, nour] = [made.person('Omar'), made.person('Nour')];
  const place = made.tag(article, 'location', ...at('Morrow')).uid;
  const actor = made.tag(article, 'actor', ...at('The council'), 'Omar').uid;
  const claim = made.tag(article, 'claim', ...at('reopen the ferry'), 'Omar').uid;
  setAssignments(corpus, sara, { articles: [article], people: ['Sara', 'Omar'], blind: false });
  const own = createRelation(corpus, omar, { kind: 'about', from: claim, to: actor, note: '' }).uid;
  for (const to of [actor, place]) createRelation(corpus, sara, { kind: 'about', from: claim, to, note: 'as it says' });
  createCluster(corpus, sara, { title: 'Ferry', date: null, place: null, note: '', claims: [claim] });
  const said = { reason: 'unclear', comment: '' };
  const check = { decision: 'rejected', ...said } as const;
  for (const subject of [{ annotation: actor }, { relation: own }])
    commentReview(corpus, nour, createReview(corpus, sara, { ...check, ...subject }).uid, 'Is it?');
  createReview(corpus, omar, { annotation: place, decision: 'corrected', correction: { label: 'actor' }, ...said });
  const [start, end] = at('Mayor Ann Dell');
  addMissing(corpus, omar, { article, label: 'actor', spans: [{ start, end }], note: '', ...said });
  const predictions = ['votes', 'reopen'].map((words) => {
    const [from, to] = at(words);
    return NewPrediction.parse({ article, label: 'claim', spans: [{ start: from, end: to }] });
  });
  await addPredictions(corpus, sara, { tool: 'a tool', predictions }, noJob);
  const [first, second] = listSuggestions(corpus.read, article, null);
  dismissSuggestions(corpus, sara, { article, suggestions: [first!] });
  dismissSuggestions(corpus, omar, { article, suggestions: [second!] });
  for (const by of [sara, omar]) markArticle(corpus, by, article, 'done');
  const { differences } = startAdjudication(corpus, nour, { article, coders: ['Sara', 'Omar'] });
  for (const { uid: difference, left } of differences) {
    const decision = left === null ? 'right' : 'left';
    settleDifference(corpus, nour, { article, difference, decision, ...said, rule: null });
    const { differences: now } = commentSettlement(corpus, sara, { article, difference, text: 'Why?' });
    expect(now.find(({ uid }) => uid === difference)).toSatisfy(isSettled);
  }
  return { made, article };
}

/** What is in a corpus besides its people, codebook and entities, kind by kind, with whose each is. */
function listAll({ read }: Corpus): string[] {
  const kinds = kindNames.filter(
    (kind) => !/^(annotator|attribute|batch|codebook_version|corpus|entity.*|label|outlet|relation_kind)$/.test(kind),
  );
  return kinds
    .flatMap((kind) =>
      [...iterateUids(read, kind, { seen: true })].map((uid) => {
        const { annotator } = findRecord(read, kind, uid) as { annotator?: string };
        return annotator === undefined ? kind : `${kind} ${findRecord(read, 'annotator', annotator)!.name}`;
      }),
    )
    .sort();
}

test('of all that was done to an article a blind package holds what its person tagged, and one that is not holds everything', async () => {
  const { made, article } = await doEverything();
  const cut = async (isBlind: boolean) => {
    const path = join(made.folder, `${isBlind ? 'blind' : 'open'}.galley`);
    const filter = { articles: [ArticleRef.parse(article)] };
    const { outside } = await cutPackage(made.corpus, made.sara, { for: 'Omar', filter, isBlind }, path, noJob);
    expect(outside).toBe(0); // else it would tell how much others related to what is in it
    const handed = openCorpus(path, 'read', createEnvironment(9));
    const all = listAll(handed);
    handed.close();
    return all;
  };
  expect(await cut(true)).toEqual([
    'annotation Omar',
    'annotation Omar',
    'article',
    'article_work Omar',
    'assignment Omar',
    'dismissal Omar',
    'relation Omar',
  ]);
  const everything = await cut(false);
  expect(everything).toEqual(listAll(made.corpus));
  expect(new Set(everything.map((each) => each.split(' ')[0]))).toEqual(
    new Set([
      ...['adjudication', 'annotation', 'article', 'article_work', 'assignment', 'cluster', 'cluster_member'],
      ...['dismissal', 'prediction', 'relation', 'review', 'review_comment', 'settlement', 'settlement_comment'],
    ]),
  );
});

test('whoever a package is for has its articles here too, as blind as it is, also once the program was ended', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  for (const name of ['Omar', 'Nour']) made.tag(article, 'actor', 0, 7, name);
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Nour'], blind: false });
  for (const name of ['Omar', 'Nour']) {
    const path = join(made.folder, `${name}.galley`);
    await cutPackage(made.corpus, made.sara, { for: name, filter: {}, isBlind: true }, path, noJob);
  }
  made.reopen();
  expect(discardUnfinished(made.corpus)).toBe(0);
  expect(listAssignments(made.corpus.read, {})).toMatchObject([
    { annotator: 'Nour', blind: true },
    { annotator: 'Omar', blind: true },
  ]);
});
