import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDb } from '../../electron/corpus/connection.ts';
import { ExpectedError } from '#shared/errors';
import { readAdjudication } from '../../electron/services/adjudication/read-adjudication.ts';
import { listSuggestions } from '../../electron/services/suggestions/list-suggestions.ts';
import { SAMPLE_TEXT } from './corpus.ts';
import type { TestSession } from './session.ts';

/** A number from 0 up to `below` that follows from those before it. */
export type Random = (below: number) => number;

export function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d_2b_79_f5) >>> 0;
    return state % below;
  };
}

/** A call that writes, as a page would send it. */
export type WritingCall = { name: string; input: unknown };

const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** What is there to be named, by uid but for labels, outlets and people. */
function lookAround(db: ReadDb, random: Random) {
  const all = (sql: string) => db.prepare<[], string>(sql).pluck().all();
  const pick = (from: readonly string[]) => from[random(Math.max(1, from.length))] ?? NOBODYS;
  const one = (table: string) => pick(all(`SELECT uid FROM ${table} ORDER BY id`));
  const words = ['ferry', 'Morrow', 'the council', 'Ann Dell', 'العبارة', '-x', "Dara'a"];
  return {
    article: () => pick(all('SELECT a.uid FROM listed_article l JOIN article a ON a.id = l.article_id ORDER BY a.id')),
    annotation: () => one('annotation'),
    entity: () => one('entity'),
    relation: () => one('relation'),
    cluster: () => one('cluster'),
    review: () => one('review'),
    dismissed: () => pick(all('SELECT suggestion FROM dismissal ORDER BY id')),
    rule: () => one('propagation_rule'),
    label: () => pick(all('SELECT name FROM label ORDER BY id')),
    claim: () =>
      pick(
        all(`SELECT n.uid FROM annotation n JOIN label l ON l.id = n.label_id WHERE l.name = 'claim' ORDER BY n.id`),
      ),
    savedFilter: () => pick(all('SELECT name FROM saved_filter ORDER BY id')),
    outlet: () => pick(all('SELECT name FROM outlet ORDER BY id')),
    outletUid: () => one('outlet'),
    relationKind: () => pick(all('SELECT name FROM relation_kind ORDER BY id')),
    person: () => pick(all('SELECT name FROM annotator ORDER BY id')),
    alias: () => pick(all('SELECT form FROM entity_alias ORDER BY id')),
    word: () => `${pick(words)} ${random(6)}`,
    span: () => {
      const start = random(40);
      return { start, end: start + 1 + random(12) };
    },
  };
}

type Around = ReturnType<typeof lookAround>;

/** Some of what is suggested for an article now; where nothing is, what nobody suggested. */
function nameSuggestions(article: string, random: Random, { session }: TestSession) {
  const { read } = session.getCorpus();
  const isThere = read.prepare('SELECT 1 FROM article WHERE uid = ?').get(article) !== undefined;
  const listed = isThere ? listSuggestions(read, article, session.person) : [];
  const from = random(Math.max(1, listed.length));
  const chosen = listed.slice(from, from + 1 + random(3)).map(({ id, label, rule, spans, attributes }) => ({
    ...{ id, label, rule, attributes },
    spans: spans.map(({ start, end }) => ({ start, end })),
  }));
  const none = { id: NOBODYS, label: 'actor', rule: 'name', spans: [{ start: 0, end: 1 }], attributes: {} };
  return { article, suggestions: chosen.length === 0 ? [none] : chosen };
}

/** A difference between the two who tagged an article, if there is one. */
function nameDifference(article: string, random: Random, { session }: TestSession) {
  try {
    const { differences } = readAdjudication(session.getCorpus().read, null, article);
    return { article, difference: differences[random(Math.max(1, differences.length))]?.uid ?? NOBODYS };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return { article, difference: NOBODYS };
  }
}

/** One maker for every call that writes, but undo and redo themselves and what is not undone; heavier ones stand twice. */
const makers: Record<string, (around: Around, random: Random, session: TestSession) => unknown> = {
  'annotations:create': ({ article, label, span }) => ({ article: article(), label: label(), spans: [span()] }),
  'annotations:create 2': ({ article, span, entity }) => ({
    article: article(),
    label: 'actor',
    spans: [span()],
    entity: entity(),
    attributes: { 'loaded term': true },
  }),
  'annotations:create 3': ({ article, span, entity, word }, random) => ({
    article: article(),
    label: 'claim',
    spans: [span()],
    attributes: {
      voice: 'quoted',
      attribution: [{ who: entity() }],
      figures: [{ what: 'people', unit: 'killed', min: random(9), max: 9 + random(9), 'of whom': word() }],
    },
  }),
  'annotations:update': ({ annotation, word, span }, random) => ({
    annotation: annotation(),
    changes: random(2) ? { note: word() } : { spans: [span()] },
  }),
  'annotations:update 2': ({ annotation, label, entity }, random) => ({
    annotation: annotation(),
    changes: random(2) ? { label: label() } : { entity: random(3) ? entity() : null },
  }),
  'annotations:update-many': ({ annotation, label, entity }, random) => ({
    annotations: [annotation(), annotation(), annotation()],
    changes: random(2) ? { label: label() } : { entity: random(3) ? entity() : null },
  }),
  'annotations:remove': ({ annotation }, random) => ({
    annotations: [annotation(), annotation()],
    together: random(2) === 1,
  }),
  'articles:update': ({ article, word, outlet }, random) => ({
    article: article(),
    changes: random(2) ? { title: word() } : { outlet: random(3) ? outlet() : word(), date: '2019-01' },
  }),
  'articles:mark': ({ article }, random) => ({ article: article(), state: random(2) ? 'done' : 'tagging' }),
  'import:run': ({ word }, random, { folder, grant }) => {
    const name = `page ${random(4)}.txt`;
    writeFileSync(join(folder, name), `${SAMPLE_TEXT}${name}\n`);
    const outlet = random(2) ? word() : null;
    return { pages: [{ handle: grant(join(folder, name)) }], options: { outlet, split: 'never' } };
  },
  'interchange:import': ({ label, word }, random, { folder, grant }) => {
    const n = random(3);
    const spans = [[0, 7, random(2) ? label() : word()]];
    writeFileSync(join(folder, `tags ${n}.jsonl`), `${JSON.stringify({ text: `${SAMPLE_TEXT}${n}`, label: spans })}\n`);
    return { files: [grant(join(folder, `tags ${n}.jsonl`))], format: 'doccano', take: 'all' };
  },
  'codebook:add-label': ({ word }, random) => ({ name: word(), key: null, excludes: random(2) ? 'all' : [] }),
  'codebook:update-label': ({ label, word }, random) => ({
    label: label(),
    changes: random(2) ? { guideline: word() } : { retired: random(2) === 1 },
  }),
  'codebook:add-attribute': ({ label, word }, random) => ({
    label: label(),
    attribute: { name: word(), type: random(2) ? 'text' : 'yes-no' },
  }),
  'codebook:update-attribute': ({ label, word }) => ({
    label: label(),
    attribute: 'loaded term',
    changes: { guideline: word() },
  }),
  'entities:create': ({ word, alias }, random) => ({
    label: random(2) ? 'actor' : 'location',
    name: word(),
    aliases: [alias()],
  }),
  'entities:update': ({ entity, word }, random) => ({
    entity: entity(),
    changes: random(2) ? { name: word() } : { description: word() },
  }),
  'entities:add-alias': ({ entity, word }) => ({ entity: entity(), alias: { form: word() } }),
  'entities:update-alias': ({ entity, alias }) => ({ entity: entity(), alias: alias(), changes: { neverAlone: true } }),
  'entities:remove-alias': ({ entity, alias }) => ({ entity: entity(), alias: alias() }),
  'entities:merge': ({ entity }) => ({ entity: entity(), into: entity() }),
  'entities:unmerge': ({ entity }) => ({ entity: entity() }),
  'entities:split': ({ entity, alias, word, annotation }) => ({
    entity: entity(),
    name: word(),
    aliases: [alias()],
    annotations: [annotation()],
  }),
  'entities:remove': ({ entity }) => ({ entity: entity() }),
  'entities:link': ({ annotation, entity }, random) => ({
    annotations: [annotation()],
    entity: random(3) ? entity() : null,
  }),
  'entities:confirm': ({ entity }) => ({ entity: entity() }),
  'entities:link-form': ({ entity }) => ({ entity: entity() }),
  'entities:import': ({ word }) => ({ entities: [{ name: word(), aliases: [word()] }], label: 'actor' }),
  'outlets:update': ({ outlet, word, entity }, random) => ({
    outlet: outlet(),
    changes: random(2) ? { name: word() } : { addAliases: [word()], entity: random(2) ? entity() : null },
  }),
  'outlets:merge': ({ outlet }) => ({ outlet: outlet(), into: outlet() }),
  'outlets:unmerge': ({ outletUid }) => ({ outlet: outletUid() }),
  'relations:add-kind': ({ word }) => ({ name: word() }),
  'relations:update-kind': ({ relationKind, word }) => ({ kind: relationKind(), changes: { guideline: word() } }),
  'relations:create': ({ annotation, relationKind, word }) => ({
    from: annotation(),
    to: annotation(),
    kind: relationKind(),
    note: word(),
  }),
  'relations:create 2': ({ annotation }) => ({ from: annotation(), to: annotation(), kind: 'corroborates' }),
  'relations:update': ({ relation, word }) => ({ relation: relation(), changes: { note: word() } }),
  'relations:remove': ({ relation }, random) => ({ relations: [relation()], together: random(2) === 1 }),
  'clusters:create': ({ word, claim }) => ({ title: word(), claims: [claim()] }),
  'clusters:update': ({ cluster, word }) => ({ cluster: cluster(), changes: { note: word(), date: '2019-01-16' } }),
  'clusters:remove': ({ cluster }) => ({ cluster: cluster() }),
  'clusters:add-claims': ({ cluster, claim }) => ({ cluster: cluster(), claims: [claim()] }),
  'clusters:remove-claims': ({ cluster, claim }) => ({ cluster: cluster(), claims: [claim()] }),
  'reviews:create': ({ annotation, word }, random) => ({
    annotation: annotation(),
    decision: random(2) ? 'accepted' : 'rejected',
    reason: word(),
  }),
  'reviews:create 2': ({ annotation, word, span }) => ({
    annotation: annotation(),
    decision: 'corrected',
    reason: word(),
    correction: { spans: [span()] },
  }),
  'reviews:create 3': ({ annotation, word }) => ({
    annotation: annotation(),
    decision: 'corrected',
    reason: word(),
    correction: { newEntity: { name: word() } },
  }),
  'consistency:fix': ({ annotation, span, label }, random, { session }) => {
    const found = (uid: string) =>
      session
        .getCorpus()
        .read.prepare<[string], { label: string; start: number; end: number }>(
          `SELECT l.name AS label, min(f.start_offset) AS start, max(f.end_offset) AS end
           FROM annotation n JOIN label l ON l.id = n.label_id JOIN annotation_span f ON f.annotation_id = n.id
           WHERE n.uid = ? GROUP BY n.id`,
        )
        .get(uid) ?? { label: 'actor', start: 0, end: 1 };
    return {
      fixes: [{ spans: [span()] }, { label: label() }, { remove: true }].slice(random(2)).map((fix) => {
        const uid = annotation();
        return { annotation: uid, ...found(uid), fix };
      }),
    };
  },
  'consistency:exempt': ({ annotation }, random) => ({
    rule: 'loose-edge',
    subject: annotation(),
    isExempt: random(3) > 0,
  }),
  'reviews:missing': ({ article, label, span, word }) => ({
    article: article(),
    label: label(),
    spans: [span()],
    reason: word(),
    rule: { label: label(), text: word() },
  }),
  'reviews:missing 2': ({ article, label, span, word }) => ({
    article: article(),
    label: label(),
    spans: [span()],
    newEntity: { name: word() },
  }),
  'adjudication:start': ({ article }) => ({ article: article() }),
  'adjudication:settle': ({ article, word }, random, session) => ({
    ...nameDifference(article(), random, session),
    decision: (['left', 'right', 'both', 'neither', 'unsure'] as const)[random(5)]!,
    reason: word(),
  }),
  'adjudication:settle 2': ({ article, label, span }, random, session) => ({
    ...nameDifference(article(), random, session),
    decision: 'new',
    annotation: { label: label(), spans: [span()] },
  }),
  'adjudication:comment': ({ article, word }, random, session) => ({
    ...nameDifference(article(), random, session),
    text: word(),
  }),
  'reviews:update': ({ review, word }) => ({ review: review(), changes: { decision: 'unsure', reason: word() } }),
  'reviews:remove': ({ review }) => ({ review: review() }),
  'reviews:comment': ({ review, word }) => ({ review: review(), text: word() }),
  'assignments:set': ({ article, person }, random) => ({
    articles: [article()],
    people: [person()],
    blind: random(2) === 1,
  }),
  'assignments:deal': ({ person }, random) => ({
    people: [person(), person()],
    mode: (['all', 'even', 'double'] as const)[random(3)]!,
    share: random(10) / 10,
    seed: random(100),
    unassignedOnly: random(2) === 1,
    blind: random(2) === 1,
  }),
  'assignments:remove': ({ article, person }) => ({ articles: [article()], people: [person()] }),
  'suggestions:take': ({ article }, random, session) => nameSuggestions(article(), random, session),
  'suggestions:dismiss': ({ article }, random, session) => nameSuggestions(article(), random, session),
  'suggestions:restore': ({ article, dismissed }) => ({ article: article(), ids: [dismissed()] }),
  'predictions:add': ({ article, label, span, word, entity }, random) => ({
    tool: word(),
    predictions: [0, 1, 2].map(() => ({
      article: article(),
      label: label(),
      spans: [span()],
      score: random(2) ? random(100) / 100 : null,
      entity: random(2) ? entity() : null,
      attributes: random(2) ? { 'loaded term': true } : {},
    })),
  }),
  'search:tag': ({ article, label, span }) => ({
    hits: [0, 1, 2].map(() => ({ article: article(), ...span() })),
    label: label(),
    query: 'ferry',
  }),
  'propagations:apply': ({ annotation, article, span }, random) => ({
    annotation: annotation(),
    scope: random(2) ? 'corpus' : 'outlet',
    hits: [0, 1, 2].map(() => ({ article: article(), ...span() })),
    keepRule: random(3) > 0,
  }),
  'dataset:save': ({ word }, random) => ({ name: word(), choice: { format: random(2) ? 'jsonl' : 'csv' } }),
  'dataset:remove': ({ word }) => ({ name: word() }),
  'filters:save': ({ word, outlet, savedFilter }, random) => ({
    name: random(3) ? word() : savedFilter(),
    filter: random(2) ? { outlets: [outlet()] } : { from: '2019-01', search: 'ferry' },
  }),
  'filters:rename': ({ savedFilter, word }) => ({ filter: savedFilter(), name: word() }),
  'filters:remove': ({ savedFilter }) => ({ filter: savedFilter() }),
  'propagations:retire': ({ rule }) => ({ rule: rule() }),
  'propagations:restore': ({ rule }) => ({ rule: rule() }),
};

/** The calls that the makers know, without the numbers that tell two makers of one call apart. */
export const knownCalls = [...new Set(Object.keys(makers).map((name) => name.split(' ')[0]!))];

export function makeCall(session: TestSession, random: Random): WritingCall {
  const names = Object.keys(makers);
  const name = names[random(names.length)]!;
  const around = lookAround(session.session.getCorpus().read, random);
  return { name: name.split(' ')[0]!, input: makers[name]!(around, random, session) };
}
