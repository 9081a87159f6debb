import { isJob, type ChannelName, type JobName } from '#shared/api/contract';
import type { TestSession } from './session.ts';

/** What calls are asked about: what the corpus holds, as the copy that is asked first lists it; in the other it is the same. */
type Known = {
  articles: string[];
  annotations: string[];
  entities: string[];
  clusters: string[];
  labels: string[];
  outlets: string[];
  people: string[];
};

const SIDES = [{}, { a: { outlets: ['Morrow Post'] }, b: { outlets: ['Coast'] } }, { checkedOnly: true }];
const FILTERS = [{}, { states: ['tagging', 'in review'] }, { labels: ['actor'] }, { to: '2019-01' }];
const each = <T>(name: string, all: readonly T[], more: object = {}) => all.map((one) => ({ [name]: one, ...more }));

/** What each call that reads is asked; whole answers, so that every order is seen. */
export const questions: Record<string, (known: Known) => object[]> = {
  'corpus:verify': () => [{ rebuild: false }],
  'articles:list': ({ outlets, people }) => [
    ...each('filter', [
      ...FILTERS,
      ...outlets.map((outlet) => ({ outlets: [outlet] })),
      ...people.map((person) => ({ annotators: [person] })),
    ]),
    { offset: 1, limit: 2 },
  ],
  'articles:groups': () => each('filter', FILTERS),
  'articles:place': ({ articles }) => each('article', articles),
  'articles:get': ({ articles }) => each('article', articles),
  'annotations:list': () => [
    ...each('filter', [{}, ...each('layer', ['own', 'settled', 'result']), { annotationStates: ['unchecked'] }]),
    { asSeen: true },
    { outdated: true },
    { offset: 2, limit: 5 },
  ],
  'annotations:get': ({ annotations }) => [{ annotations }],
  'codebook:get': () => [{}],
  'codebook:misfits': () => [{}, { limit: 1 }],
  'codebook:versions': () => [{}],
  'codebook:export': () => [{}],
  'entities:list': () => [{ details: true }, { sort: 'name' }, { query: 'ferry' }, { labels: ['actor'] }],
  'entities:get': ({ entities }) => each('entity', entities),
  'entities:suggest': () => each('query', ['', 'f', 'morrow', '1']),
  'outlets:list': () => [{}],
  'relations:kinds': () => [{}],
  'relations:list': ({ articles, annotations }) => [
    {},
    ...each('article', articles),
    ...each('annotation', annotations.slice(0, 10)),
  ],
  'clusters:list': ({ articles }) => [{}, ...each('article', articles)],
  'clusters:get': ({ clusters }) => each('cluster', clusters),
  'people:list': () => [{}],
  'reviews:list': ({ articles, people }) => [{}, ...each('article', articles), ...each('checker', people)],
  'reviews:progress': () => [{}],
  'assignments:list': ({ people }) => [{}, ...each('person', people)],
  'assignments:preview': ({ people }) =>
    each('mode', ['all', 'even', 'double'], { people: people.slice(0, 2), share: 0.5, unassignedOnly: false }),
  'work:progress': () => [{}],
  'work:articles': ({ people }) => [{}, { stage: 'tagging' }, ...each('person', people)],
  'work:blind': () => [{}],
  'adjudication:list': () => [{}, { isOpen: true }],
  'adjudication:read': ({ articles }) => each('article', articles),
  'consistency:find': () => [{}, { onlyExempt: true }],
  'decisions:list': ({ people }) => [{}, ...each('person', people)],
  'packages:outside': ({ annotations, entities }) => [{ uids: [...annotations, ...entities].slice(0, 1000) }],
  'packages:outside-annotations': ({ annotations, articles }) => [
    {},
    ...each('annotation', annotations.slice(0, 10)),
    ...each('article', articles),
  ],
  'search:text': () => [
    { query: 'ferry', thorough: true },
    { query: 'ferry', sort: 'relevance' },
    { query: 'ferry OR council', limit: 1 },
  ],
  'search:regex': () => each('sort', ['newest', 'left', 'right'], { expression: 'f.rry' }),
  'search:annotations': () => [{}, { quote: 'e' }, { onlyIn: 'Morrow Post' }],
  'suggestions:list': ({ articles }) => each('article', articles),
  'suggestions:dismissed': ({ articles }) => each('article', articles),
  'propagations:find': ({ annotations }) => each('annotation', annotations.slice(0, 5), { scope: 'corpus' }),
  'propagations:rules': () => [{}],
  'compare:counts': () => SIDES,
  'compare:naming': ({ entities }) => [
    ...SIDES.map((side) => ({ ...side, withForms: true })),
    ...each('entity', entities.slice(0, 5)),
  ],
  'compare:words': () => each('of', ['words', 'labels', 'entities', 'verbs'], { minArticles: 1 }),
  'compare:word-lines': () => each('side', ['a', 'b'], { word: 'ferry' }),
  'compare:sources': () => SIDES,
  'compare:claims': () => SIDES,
  'compare:proposed-events': () => SIDES,
  'compare:silence': () => SIDES,
  'compare:timeline': () => SIDES,
  'compare:pairs': () => [...SIDES, { limit: 2 }],
  'compare:pair': ({ articles }) => articles.slice(1).map((b) => ({ a: articles[0], b })),
  'compare:lines': () => each('side', ['a', 'b'], { of: 'mentions' }),
  'compare:whole': () => SIDES,
  'filters:list': () => [{}],
  'filters:read': () => [{ text: 'search=ferry' }],
  'agreement:figures': () => [{}],
  'agreement:groups': () => each('by', ['outlet', 'month']),
  'agreement:gamma': () => [{}],
  'agreement:matches': ({ labels }) => [{ label: null }, ...each('label', labels)],
  'agreement:annotations': ({ people }) => each('coder', people, { label: null, of: 'annotations' }),
  'agreement:articles': () => each('of', ['articles', 'blind', 'unfinished']),
  'dataset:preview': () => each('format', ['jsonl', 'csv', 'brat']),
  'dataset:list': () => [{}],
};

/** What each file rightly says for itself, and why. */
export const ownOfFile: Record<string, string> = {
  'corpus:write-anyway': 'about the file',
  'keeping:backup': 'writes a file',
  'keeping:backup-now': 'writes a file',
  'keeping:as-of': 'the steps that this file went through, of which merges are some',
  'keeping:show-as-of': 'the same',
  'keeping:back-to-now': 'the same',
  'history:list': 'rows in the order in which they came into this file, with those of its own merges',
  'history:rows': 'the same',
  'history:steps': 'the same',
  'history:undo-state': 'a merge is undone where it was done',
  'merge:preview': 'what this file lacks of another',
  'merge:conflicts': 'the same',
  'merge:changes': 'the same',
  'merge:list': 'the merges that were done in this file',
  'merge:past-conflicts': 'the same',
  'people:switch': 'who is at the keyboard',
  'interchange:plan': 'about files that come in',
  'interchange:differences': 'the same',
  'interchange:notes': 'the same',
  'agreement:export': 'writes what `agreement:figures` says',
  'compare:export': 'writes what `compare:whole` says',
  'compare:report': 'the same',
  'compare:save-picture': 'writes what it is given',
  'dataset:export': 'writes a folder',
};

/** What of an answer each file rightly says for itself: how long its journal is, and when something was last done in it. */
const masks: Record<string, (answer: never) => unknown> = {
  'corpus:verify': ({ ok, problems, contentFingerprint }: Record<string, unknown>) => ({
    ok,
    problems,
    contentFingerprint,
  }),
  'dataset:preview': ({ card, files, ...others }: { card: string; files: { name: string }[] }) => ({
    ...others,
    card: card.replaceAll(/^\| (?:Journal|Date) \|.*$/gmu, ''),
    files: files.map(({ name }) => name), // the card's length goes by how long the journal is
  }),
};

/** What there is to ask about, as one copy lists it. */
export async function lookAtAll({ get }: TestSession): Promise<Known> {
  const { articles } = await get<{ articles: { uid: string }[] }>('articles:list');
  const { annotations } = await get<{ annotations: { uid: string }[] }>('annotations:list');
  const { entities } = await get<{ entities: { uid: string }[] }>('entities:list');
  const { clusters } = await get<{ clusters: { uid: string }[] }>('clusters:list');
  const { labels } = await get<{ labels: { name: string }[] }>('codebook:get');
  const uidsOf = (all: { uid: string }[]) => all.map(({ uid }) => uid);
  const namesOf = (all: { name: string }[]) => all.map(({ name }) => name);
  return {
    articles: uidsOf(articles),
    annotations: uidsOf(annotations),
    entities: uidsOf(entities),
    clusters: uidsOf(clusters),
    labels: namesOf(labels),
    outlets: namesOf(await get('outlets:list')),
    people: namesOf(await get('people:list')),
  };
}

/** What a copy answers to every question, refusals too, by call and what it was asked. */
export async function answerAll({ call, run }: TestSession, known: Known): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(questions))
    for (const input of ask(known)) {
      const result = isJob(name as ChannelName) ? await run(name as JobName, input as never) : await call(name, input);
      const mask = masks[name];
      answers[`${name} ${JSON.stringify(input).slice(0, 200)}`] =
        result.ok && mask ? mask(result.value as never) : result;
    }
  return answers;
}
