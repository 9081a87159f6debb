import { foldForm } from '#shared/text/fold';
import { getCodebook } from '../../electron/corpus/repositories/codebook-repository.ts';
import { insertEntity } from '../../electron/services/entities/edit-entity.ts';
import { insertAlias } from '../../electron/services/entities/entity-aliases.ts';
import { listSuggestions } from '../../electron/services/suggestions/list-suggestions.ts';
import { takeSuggestions } from '../../electron/services/suggestions/take-suggestions.ts';
import { writeStep } from '../../electron/services/write-step.ts';
import type { TestCorpus } from '../helpers/corpus.ts';
import { importCollection, isThere, type Tagged } from './tagged-corpus.ts';

/** What was taken: how many of each label, how many of these that can have an entity got one, and how many no longer fitted. */
export type Taken = { articles: number; byLabel: Map<string, number>; linkable: number; linked: number; unfit: number };

/** The articles of FA-KES, untagged, with the entities that hand tags name. The caller removes it. */
export async function importWithEntities(): Promise<TestCorpus> {
  const { made, tagged } = await importCollection('fa-kes');
  const all = [...tagged];
  if (isThere('seeds')) {
    const seeds = await importCollection('seeds');
    seeds.made.remove();
    all.push(...seeds.tagged);
  }
  addEntities(made, all);
  return made;
}

/** Every actor and place that is named in hand tags, with the names by which it is; what only designates one ("the group") is no alias. */
function addEntities({ corpus, sara, environment }: TestCorpus, tagged: readonly Tagged[]): void {
  const names = tagged.flatMap(({ text, tags }) =>
    tags
      .filter(({ kind }) => kind === 'name')
      .map(({ label, entity, start, end }) => ({ label, entity, form: text.slice(start, end) })),
  );
  writeStep(corpus, sara, 'add entity', (step) => {
    for (const label of getCodebook(step.db).labels) {
      const own = names.filter((each) => each.label === label.name);
      for (const [name, all] of Map.groupBy(own, ({ entity }) => entity)) {
        const entity = insertEntity(step, environment.newUid, label, { name });
        const known = new Set([foldForm(name)]);
        for (const { form } of all) {
          if (!known.has(foldForm(form))) insertAlias(step, environment.newUid, entity, { form });
          known.add(foldForm(form));
        }
      }
    }
  });
}

/**
 * Takes everything that is suggested for these articles, as it is suggested. All is listed before any is taken, so that it does not
 * depend on the order; a mention is linked where its words are an alias of one entity only, as the corpus does by itself.
 */
export function takeAll({ corpus, sara }: TestCorpus, articles: readonly string[]): Taken {
  const suggested = articles.map((article) => ({ article, suggestions: listSuggestions(corpus.read, article, null) }));
  const taken: Taken = { articles: 0, byLabel: new Map(), linkable: 0, linked: 0, unfit: 0 };
  for (const { article, suggestions } of suggested) {
    const named = suggestions.map(({ id, label, rule, spans, attributes }) => ({
      ...{ id, label, rule, attributes },
      spans: spans.map(({ start, end }) => ({ start, end })),
    }));
    const { annotations, unfit } = takeSuggestions(corpus, sara, { article, suggestions: named });
    taken.articles += 1;
    taken.unfit += unfit.length;
    for (const { label, entity } of annotations) {
      taken.byLabel.set(label, (taken.byLabel.get(label) ?? 0) + 1);
      if (label !== 'claim') taken.linkable += 1;
      if (entity !== null) taken.linked += 1;
    }
  }
  return taken;
}
