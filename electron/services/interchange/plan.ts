import { ExpectedError } from '#shared/errors';
import type { Difference, DifferenceKind, InterchangePlan, NoteKind, ReadingNote } from '#shared/domain/interchange';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import type { Job } from '../job.ts';
import { compareDocuments } from './compare-documents.ts';
import { createDigester, withReading, type ReadingRequest } from './open-reading.ts';
import { Notes, type Importer } from './reading.ts';
import { listDifferences, listRelationDifferences } from './to-difference.ts';
import type { ComparedDocument, ComparedRelations } from './compared.ts';

/** How many differences of a kind are kept to be listed; more are counted. */
const MOST_LISTED = 50_000;

/** The newest plan of a corpus, for its lists. */
type Kept = { plan: string; differences: Difference[]; notes: Notes; counts: Record<DifferenceKind, number> };
const kept = new WeakMap<ReadDb, Kept>();

/** What files would bring, compared with what is here. Errors: those of `withReading`. */
export async function planInterchange(
  corpus: Corpus,
  request: ReadingRequest,
  importer: Importer,
  job: Job,
): Promise<InterchangePlan> {
  const notes = new Notes();
  const db = corpus.read;
  return withReading(corpus, request, importer, { note: notes.add, job }, async (reading) => {
    const tally = new Tally(importer.name);
    const digestOf = createDigester(reading.files);
    const whole = await compareDocuments(
      reading,
      (file) => digestOf(file).sha256,
      (some) => some.forEach((each) => tally.add(each)),
      job,
    );
    tally.addRelations(whole.far);
    const plan = corpus.environment.newUid();
    kept.set(db, { plan, differences: tally.differences, notes, counts: tally.counts });
    return {
      plan,
      format: reading.format.name,
      unit: reading.surveyed.unit,
      agreement: tally.placing,
      documents: { here: tally.here, new: tally.fresh, withoutText: whole.withoutText },
      names: [...reading.names],
      annotations: tally.annotations,
      relations: tally.relations,
      notes: notes.counts,
    };
  });
}

/** Counts what was compared, and keeps the differences that there is room for. */
class Tally {
  readonly differences: Difference[] = [];
  readonly counts: Record<DifferenceKind, number> = { new: 0, changed: 0, deleted: 0 };
  readonly annotations = { same: 0, new: 0, changed: 0, deleted: 0 };
  readonly relations = { same: 0, new: 0, changed: 0, deleted: 0 };
  readonly placing = { annotations: 0, quoted: 0, agree: 0, moved: 0, widened: 0, unplaced: 0 };
  here = 0;
  fresh = 0;
  readonly #importer: string;

  constructor(importer: string) {
    this.#importer = importer;
  }

  add(document: ComparedDocument): void {
    const { article, annotations, deleted, relations, placing } = document;
    if (article.isHere) this.here += 1;
    else if (!article.isRepeat) this.fresh += 1;
    for (const { status } of annotations) this.annotations[status] += 1;
    this.annotations.deleted += deleted.length;
    for (const part of Object.keys(this.placing) as (keyof typeof placing)[]) this.placing[part] += placing[part];
    this.#countRelations(relations);
    this.#keep(listDifferences(document, this.#importer));
  }

  addRelations(relations: ComparedRelations): void {
    this.#countRelations(relations);
    this.#keep(listRelationDifferences(relations, this.#importer));
  }

  #countRelations({ relations, deleted }: ComparedRelations): void {
    for (const { status } of relations) this.relations[status] += 1;
    this.relations.deleted += deleted.length;
  }

  #keep(differences: Difference[]): void {
    for (const difference of differences) {
      this.counts[difference.kind] += 1;
      if (this.counts[difference.kind] <= MOST_LISTED) this.differences.push(difference);
    }
  }
}

type Page = { plan: string; offset: number; limit: number };

/** Errors: plan-gone. */
function getKept(db: ReadDb, plan: string): Kept {
  const found = kept.get(db);
  if (found?.plan !== plan) throw new ExpectedError('plan-gone');
  return found;
}

/** Errors: plan-gone. */
export function pageDifferences(
  db: ReadDb,
  { plan, kinds, offset, limit }: Page & { kinds: readonly DifferenceKind[] },
) {
  const { differences, counts } = getKept(db, plan);
  const meant = differences.filter(({ kind }) => kinds.includes(kind));
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  return { total, isWhole: meant.length === total, differences: meant.slice(offset, offset + limit) };
}

/** Errors: plan-gone. */
export function pageNotes(
  db: ReadDb,
  { plan, kinds, offset, limit }: Page & { kinds: readonly NoteKind[] },
): { total: number; isWhole: boolean; notes: ReadingNote[] } {
  const { notes } = getKept(db, plan);
  const meant = notes.list.filter(({ kind }) => kinds.includes(kind));
  return { total: meant.length, isWhole: notes.isWhole(kinds), notes: meant.slice(offset, offset + limit) };
}
