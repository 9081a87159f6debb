import type { BothSides, SideName } from '#shared/domain/comparison';
import type { ComparedPlace, Timeline } from '#shared/domain/timeline';
import type { ReadDb } from '../../corpus/connection.ts';
import { listPlaceLabels, listEntitiesById } from '../../corpus/repositories/compared-things.ts';
import type { Mention } from './comparison.ts';
import { compareText } from './word-tally.ts';

type PlaceCounts = { mentions: number; articles: number; lastArticle: number };
const noCounts = (): PlaceCounts => ({ mentions: 0, articles: 0, lastArticle: 0 });

/** Counts what is meant on either side; which of it is a place is seen at the end, an entity at a time. */
export class PlaceTally {
  readonly #db: ReadDb;
  readonly #placeLabels: ReadonlySet<number>;
  readonly #entities = new Map<number, BothSides<PlaceCounts>>();
  readonly #unlinked: BothSides<number> = { a: 0, b: 0 };

  constructor(db: ReadDb) {
    this.#db = db;
    this.#placeLabels = listPlaceLabels(db);
  }

  /** Mentions of one article come one after the other. */
  add({ entity, label, article }: Pick<Mention, 'entity' | 'label' | 'article'>, side: SideName): void {
    if (entity === 0) {
      if (this.#placeLabels.has(label)) this.#unlinked[side] += 1;
      return;
    }
    let both = this.#entities.get(entity);
    if (!both) this.#entities.set(entity, (both = { a: noCounts(), b: noCounts() }));
    const counts = both[side];
    counts.mentions += 1;
    if (counts.lastArticle !== article) counts.articles += 1;
    counts.lastArticle = article;
  }

  list(): Pick<Timeline, 'places' | 'unlinked'> {
    const entities = listEntitiesById(this.#db, this.#entities.keys());
    const toSide = ({ mentions, articles }: PlaceCounts) => ({ mentions, articles });
    const places = [...this.#entities].flatMap(([id, { a, b }]): ComparedPlace[] => {
      const { label, ...entity } = entities.get(id)!;
      const isPlace = entity.latitude !== null || this.#placeLabels.has(label);
      return isPlace ? [{ ...entity, a: toSide(a), b: toSide(b) }] : [];
    });
    const mentionsOf = ({ a, b }: ComparedPlace) => a.mentions + b.mentions;
    places.sort((x, y) => mentionsOf(y) - mentionsOf(x) || compareText(x.name, y.name) || compareText(x.uid, y.uid));
    return { places, unlinked: this.#unlinked };
  }
}
