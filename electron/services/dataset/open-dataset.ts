import { PartName, type DatasetChoice, type Loss } from '#shared/domain/dataset';
import type { ArticleId } from '#shared/domain/ids';
import { lossMessages } from '#shared/messages/en/losses';
import { ExpectedError } from '#shared/errors';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { listDatasetClusters, listDatasetEntities } from '../../corpus/repositories/dataset-repository.ts';
import type { Dataset, Format } from '../../formats/format.ts';
import { getFormat } from '../../formats/formats.ts';
import { listLosses } from '../../formats/losses.ts';
import type { Job } from '../job.ts';
import { chooseArticles, type ChosenArticles } from './iterate-dataset.ts';
import { splitArticles, type DealtArticles } from './split-articles.ts';
import { addLosses, createTally, sumTallies, type Tally } from './tally.ts';

/** So many entities are read at once. */
const AT_ONCE = 1000;

/** A dataset, or one part of it, with what was counted when it was gone through the first time. */
type Part = { dataset: Dataset; tally: Tally };

/** A dataset ready to be gone through: as a whole, or in the parts that it is split into. */
export type OpenDataset = {
  format: Format;
  choice: DatasetChoice;
  corpus: Corpus;
  articles: number;
  parts: Part[];
  dealt: DealtArticles | null;
};

/** What is said of the corpus; `date` is when its newest change was made. */
type Corpus = { title: string; description: string; licence: string; date: string; version: string };

function readCorpus(db: ReadDb, version: string): Corpus {
  const corpus = statement<[], Pick<Corpus, 'title' | 'description' | 'licence'>>(
    db,
    'SELECT title, description, licence FROM corpus',
  ).get()!;
  const newest = statement<[], { at: string }>(db, 'SELECT at FROM step ORDER BY id DESC LIMIT 1').get();
  return { ...corpus, date: newest?.at ?? '', version };
}

/** Errors: format-unknown, unit-unfit, text-needed, cancelled and those of a filter. */
export async function openDataset(db: ReadDb, choice: DatasetChoice, version: string, job: Job): Promise<OpenDataset> {
  const format = getFormat(choice.format);
  refuseUnfit(format, choice);
  const chosen = chooseArticles(db, choice);
  const corpus = readCorpus(db, version);
  const dealt = choice.split === null ? null : await splitArticles(db, chosen.uids, choice.split, job);
  const open = { db, format, choice, corpus, chosen };
  const parts = dealt
    ? PartName.options.map((part) =>
        openPart(
          open,
          part,
          chosen.uids.filter((uid) => dealt.partOf.get(uid) === part),
        ),
      )
    : [openPart(open, null, chosen.uids)];
  return { format, choice, corpus, articles: chosen.uids.length, parts, dealt };
}

type Opened = { db: ReadDb; format: Format; choice: DatasetChoice; corpus: Corpus; chosen: ChosenArticles };

function openPart(
  { db, format, choice, corpus, chosen }: Opened,
  part: PartName | null,
  uids: readonly ArticleId[],
): Part {
  const tally = createTally();
  let isCounted = false;
  const { title, licence, date, version } = corpus;
  function* articles() {
    const isFirst = !isCounted;
    isCounted = true; // whoever begins goes to the end
    for (const item of chosen.iterate(uids, isFirst ? tally : createTally())) {
      if (isFirst) addLosses(tally, listLosses(format, item, dataset));
      yield item;
    }
  }
  /** What entities and cards are named is known once the articles were gone through. */
  const count = () => {
    if (!isCounted) Array.from(articles(), () => null);
    return tally;
  };
  const dataset: Dataset = {
    title,
    licence,
    part,
    codebook: getCodebook(db),
    options: choice.options,
    withText: choice.text === 'whole',
    date,
    version,
    articles,
    *entities() {
      const uids = [...count().entities].sort();
      for (let from = 0; from < uids.length; from += AT_ONCE)
        yield* listDatasetEntities(db, uids.slice(from, from + AT_ONCE));
    },
    entitiesOf: (named) => listDatasetEntities(db, named),
    clusters: () =>
      listDatasetClusters(db, [...count().members.keys()]).map((cluster) => ({
        ...cluster,
        members: tally.members.get(cluster.uid)!.toSorted(),
      })),
  };
  return { dataset, tally };
}

function refuseUnfit(format: Format, { options: { unit }, text }: DatasetChoice): void {
  if (unit !== undefined && !format.units.includes(unit))
    throw new ExpectedError('unit-unfit', { format: format.name, unit, units: format.units.join(', ') });
  if (text === 'hash' && format.needsText) throw new ExpectedError('text-needed', { format: format.name });
}

/** What all parts come to, with the losses of what no article holds; to be asked once all were gone through. */
export function countWhole({ format, parts }: OpenDataset): Tally {
  const whole = sumTallies(parts.map(({ tally }) => tally));
  if (!format.carries.has('aliases')) addLosses(whole, listLostAliases(parts));
  if (!format.carries.has('event-card'))
    for (const { uid, title } of parts.flatMap(({ dataset }) => [...dataset.clusters()]))
      addLosses(whole, [{ kind: 'event-card', annotation: uid, quote: title, ...lossMessages['event-card'] }]);
  return whole;
}

/** Each entity of any of the parts that has other names, once. */
function listLostAliases(parts: readonly Part[]): Loss[] {
  const seen = new Set<string>();
  const losses: Loss[] = [];
  for (const { dataset } of parts)
    for (const { uid, name, aliases } of dataset.entities()) {
      if (seen.has(uid)) continue;
      seen.add(uid);
      if (aliases.some((alias) => alias !== name))
        losses.push({ kind: 'aliases', annotation: uid, quote: name, ...lossMessages.aliases });
    }
  return losses;
}
