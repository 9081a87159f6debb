import type { ConsistencyRule } from '#shared/domain/consistency';
import { foldForm } from '#shared/text/fold';
import type { ReadDb } from '../../corpus/connection.ts';
import {
  listPlacesOfArticles,
  listSomeAliases,
  type AliasToCheck,
} from '../../corpus/repositories/consistency-repository.ts';
import {
  listCounted,
  mapLabelsToCheck,
  mapValues,
  type CountedAnnotation,
} from '../../corpus/repositories/consistency-annotations.ts';
import { checkAnnotation } from './check-annotation.ts';
import type { Breathe } from '../job.ts';
import { FormLabels } from './form-labels.ts';
import { toFound, type FindingList } from './found.ts';
import type { Passing } from './passing.ts';

/** So many articles are read at once: with ten annotations each that takes some 5 ms. */
const AT_ONCE = 100;

/** Holds the annotations of articles against these rules; gives how many there are. */
export async function checkArticles(
  db: ReadDb,
  articles: readonly number[],
  rules: ReadonlySet<ConsistencyRule>,
  list: FindingList,
  { pass, breathe }: Passing,
): Promise<number> {
  const labels = mapLabelsToCheck(db);
  const forms = new FormLabels();
  const toFolded = createFolder();
  const aliases = await mapAliases(db, breathe);
  let annotations = 0;
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    const slice = articles.slice(from, from + AT_ONCE);
    const places = new Map(listPlacesOfArticles(db, slice).map((article) => [article.id, article]));
    const all = listCounted(db, [...places.keys()]);
    const values = mapValues(db, all, labels);
    let before: CountedAnnotation[] = [];
    for (const each of all) {
      if (before[0]?.article !== each.article) before = [];
      const article = places.get(each.article)!;
      const label = labels.get(each.label)!;
      // names are told by their words, and nothing else is
      const isName = label.takesEntities || label.excludes.size > 0;
      const folded = isName ? toFolded(joinParts(each)) : '';
      if (isName && rules.has('form-labels')) forms.add(each.id, article, label, folded);
      const known = {
        label,
        labels,
        aliases: aliases.get(folded) ?? none,
        outlet: article.outlet,
        values: values.get(each.id),
        before,
      };
      checkAnnotation(each, known, (rule, what, fix) => {
        if (rules.has(rule)) list.add(toFound(each.id, article, { rule, what, fix }));
      });
      before.push(each);
    }
    annotations += all.length;
    pass(slice.length);
    await breathe();
  }
  await forms.listRarer((found) => list.add(found), breathe);
  return annotations;
}

const none: readonly AliasToCheck[] = [];
/** So many aliases are read at once: about 10 ms. */
const ALIASES = 5000;

/** The aliases by their folded forms: some ten thousand, which are quicker read at once than looked up one by one. */
async function mapAliases(db: ReadDb, breathe: Breathe): Promise<Map<string, AliasToCheck[]>> {
  const found = new Map<string, AliasToCheck[]>();
  for (let after = 0; ;) {
    const some = listSomeAliases(db, after, ALIASES);
    for (const alias of some) {
      const known = found.get(alias.folded);
      if (known) known.push(alias);
      else found.set(alias.folded, [alias]);
    }
    if (some.length < ALIASES) break;
    after = some.at(-1)!.id;
    await breathe();
  }
  for (const own of found.values()) if (own.length > 1) own.sort((a, b) => (a.entity < b.entity ? -1 : 1));
  return found;
}

const joinParts = ({ parts }: CountedAnnotation): string =>
  parts.length === 1 ? parts[0]!.quote : parts.map(({ quote }) => quote).join(' ');

/** Unit: UTF-16; no name of an entity is longer. */
const LONGEST_NAME = 300;

/** Folds words, and remembers them: the same ones are tagged again and again. */
function createFolder(): (quote: string) => string {
  const known = new Map<string, string>();
  return (quote) => {
    if (quote.length > LONGEST_NAME) return '';
    let folded = known.get(quote);
    if (folded === undefined) known.set(quote, (folded = foldForm(quote)));
    return folded;
  };
}
