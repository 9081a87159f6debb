import { afterAll, beforeAll, expect, test } from 'vitest';
import { ArticleRef } from '#shared/domain/ids';
import { outsideMessages } from '#shared/messages/en/outside';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { cutPackage } from '../../../../electron/services/hand-out/cut-package.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { createCommandLine } from '../../../helpers/galley.ts';

const { galley, json, folder, remove } = createCommandLine();
afterAll(remove);

let claim: string;
let whole: string;

/** `war.galley` is a package of the first of two articles; what is tagged in it has to do with the other in every way. */
beforeAll(async () => {
  const made = createTestCorpus({ keep: true });
  const first = await made.importText(SAMPLE_TEXT);
  const second = await made.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt');
  claim = made.tag(first, 'claim', 0, 15, 'Omar').uid;
  const actor = made.tag(first, 'actor', 0, 7).uid;
  const other = made.tag(second, 'claim', 0, 15, 'Omar').uid;
  const entity = addTestEntity(made, 'actor', 'Harbour council');
  for (const uid of [actor, made.tag(second, 'actor', 0, 7).uid])
    updateAnnotation(made.corpus, made.sara, uid, { entity });
  const values = { verb: { start: 80, end: 85 }, words: { article: second, start: 51, end: 58 } };
  updateAnnotation(made.corpus, made.person('Omar'), claim, { attributes: { attribution: [values] } });
  createRelation(made.corpus, made.sara, { kind: 'corroborates', from: claim, to: other, note: '' });
  createCluster(made.corpus, made.sara, { title: 'Vote', claims: [claim, other] });
  createCluster(made.corpus, made.sara, { title: 'Storm', claims: [claim] });
  const choice = { for: 'Omar', filter: { articles: [ArticleRef.parse(first)] }, isBlind: false };
  await cutPackage(made.corpus, made.sara, choice, `${folder}/war.galley`, noJob);
  made.corpus.close();
  whole = made.path;
  return () => made.remove();
});

const say = async (...args: string[]) => (await galley([...args, '--corpus', 'war.galley'])).stdout;
const saysOfWhole = async (...args: string[]) => (await galley([...args, '--corpus', whole])).stdout;
const values = [{ attribute: 'attribution: words', quote: 'council' }];

test('relations of a package say which annotations have some outside, and which values point there', async () => {
  const uid = claim.slice(0, 18);
  const said = new RegExp(
    `annotation +not in this package\\n${uid} +1 relation; attribution: words: “council”\\n${outsideMessages.kept}\\n$`,
    'u',
  );
  for (const asked of [[], ['--annotation', claim]]) expect(await say('relations', ...asked)).toMatch(said);
  expect(await say('relations', '--kind', 'about')).toContain('1 relation of any kind; ');
  const outside = { annotation: claim, outside: { relations: 1, values } };
  expect((await json<unknown[]>('relations')).at(-1)).toEqual(outside);
  expect(await saysOfWhole('relations')).not.toContain('not in this package');
});

test('event cards of a package say how many of their claims are outside', async () => {
  const list = await say('clusters');
  expect(list).toMatch(/^card .* claims +not in this package\n/u);
  expect(list).toMatch(/Vote +1 +1 claim\n/u);
  const cards = await json<{ uid: string; title: string; claimsOutside: number }[]>('clusters');
  expect(cards.map(({ title, claimsOutside }) => [title, claimsOutside]).sort()).toEqual([
    ['Storm', 0],
    ['Vote', 1],
  ]);
  const { uid } = cards.find(({ title }) => title === 'Vote')!;
  expect(await say('clusters', uid)).toContain(`${outsideMessages.claims(1)} ${outsideMessages.kept}\n`);
  expect(await json('clusters', uid)).toMatchObject({ claimsOutside: 1 });
  const ofWhole = await saysOfWhole('clusters', '--json');
  expect([ofWhole, await saysOfWhole('clusters')].join('')).not.toMatch(/outside|package/iu);
});

test('entities of a package say how many of their mentions are outside', async () => {
  const list = await say('entities');
  expect(list).toMatch(/not in this package\n.*Harbour council .* 1 mention\n/u);
  expect(await json('entities')).toMatchObject([{ name: 'Harbour council', mentionsOutside: 1 }]);
  expect(await saysOfWhole('entities', '--json')).not.toContain('mentionsOutside');
  expect(await json('entities', '--rename', 'Harbour council', '--to', 'Council')).toMatchObject({
    mentionsOutside: 1,
  });
});
