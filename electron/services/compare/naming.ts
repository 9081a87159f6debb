import { THIN_CHOICE, type Naming, type NamingInput, type NamingSort } from '#shared/domain/naming';
import { foldWord } from '#shared/text/fold';
import type { ReadDb } from '../../corpus/connection.ts';
import { listEntitiesById, type NamedEntity } from '../../corpus/repositories/compared-things.ts';
import { listLabelNames } from '../../corpus/repositories/mention-lines.ts';
import { resolveEntityRow } from '../../corpus/repositories/resolve-entity.ts';
import { compareChoices } from '../../statistics/compare-choices.ts';
import { createPacer, type Job } from '../job.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { countAll, describeForms, describeNaming, type NamedThing } from './describe-naming.ts';
import { tallyNaming, type FormTally } from './tally-naming.ts';

/** How either side calls the entities that are asked for. Errors: those of `compare:naming`. */
export async function compareNaming(db: ReadDb, input: NamingInput, job: Job): Promise<Naming> {
  const only = input.entity === undefined ? undefined : resolveEntityRow(db, input.entity);
  const comparison = await openComparison(db, input, job);
  const { entities, unlinked } = await tallyNaming(comparison, only);
  if (only !== undefined && !entities.has(only)) entities.set(only, new Map());
  const isFound = toFinder(only === undefined ? input.query : '', comparison);
  const breathe = createPacer(job);
  const found: NamedThing[] = [];
  for (const [id, entity] of listEntitiesById(db, entities.keys())) {
    await breathe();
    const forms = entities.get(id)!;
    if (isFound(entity.name, forms)) found.push(toThing(entity, forms));
  }
  found.sort(orders[input.sort]);
  const labels = listLabelNames(db);
  const page: Naming['entities'] = [];
  for (const thing of found.slice(input.offset, input.offset + input.limit)) {
    await breathe();
    const naming = describeNaming(thing, labels.get(thing.entity.label)!, comparison);
    const withForms = input.withForms || only !== undefined;
    page.push(withForms ? { ...naming, forms: describeForms(thing.forms, naming, comparison) } : naming);
  }
  return { entities: page, total: found.length, thin: found.filter(({ isThin }) => isThin).length, unlinked };
}

/** By the entity's name or what it is called; case and marks make no difference. */
function toFinder(query: string, words: Pick<Comparison, 'getForm'>): (name: string, forms: FormTally) => boolean {
  const sought = foldWord(query.trim());
  const holds = (name: string) => foldWord(name).includes(sought);
  return (name, forms) => sought === '' || holds(name) || [...forms.keys()].some((form) => holds(words.getForm(form)));
}

function toThing(entity: NamedEntity, forms: FormTally): NamedThing {
  const counts = [...forms.values()];
  const choice = compareChoices(counts.map(({ a, b }) => ({ a: a.own, b: b.own })));
  const mentions = counts.reduce((sum, { a, b }) => sum + countAll(a) + countAll(b), 0);
  return { entity, forms, choice, mentions, isThin: Math.min(choice.a, choice.b) < THIN_CHOICE };
}

const collator = new Intl.Collator('en', { numeric: true });
const byName = (x: NamedThing, y: NamedThing) =>
  collator.compare(x.entity.name, y.entity.name) || (x.entity.uid < y.entity.uid ? -1 : 1);
const byMentions = (x: NamedThing, y: NamedThing) => y.mentions - x.mentions || byName(x, y);

const orders: Record<NamingSort, (x: NamedThing, y: NamedThing) => number> = {
  difference: (x, y) =>
    Number(x.isThin) - Number(y.isThin) || (x.isThin ? 0 : y.choice.g2! - x.choice.g2!) || byMentions(x, y),
  mentions: byMentions,
  name: byName,
};
