import { ConsistencyRule, type ConsistencyFix, type Findings } from '#shared/domain/consistency';
import { inLibraryOrder, type ArticleToCheck } from '../../corpus/repositories/consistency-repository.ts';

type Said = { rule: ConsistencyRule; what: string; fix: ConsistencyFix | null };
/** What a rule finds of an annotation, or of two articles, by ids of rows; `subject` names those two for an exemption, by uid. */
export type Found = Said & { article: ArticleToCheck } & (
    { annotation: number; copy: null; subject: null } | { annotation: null; copy: number; subject: string }
  );

/** What is found of an annotation. */
export const toFound = (annotation: number, article: ArticleToCheck, said: Said): Found => ({
  ...said,
  article,
  annotation,
  copy: null,
  subject: null,
});

type Asked = { onlyExempt: boolean; limit: number };

/** Counts what is found, and keeps the first of each rule, in the order of the library. */
export class FindingList {
  readonly counts = Object.fromEntries(ConsistencyRule.options.map((rule) => [rule, 0])) as Findings['counts'];
  exempt = 0;
  readonly #kept: ReadonlyMap<ConsistencyRule, FirstOnes>;
  readonly #exemptions: ReadonlySet<string>;
  readonly #onlyExempt: boolean;

  constructor(exemptions: ReadonlySet<string>, { onlyExempt, limit }: Asked) {
    this.#exemptions = exemptions;
    this.#onlyExempt = onlyExempt;
    this.#kept = new Map(ConsistencyRule.options.map((rule) => [rule, new FirstOnes(limit)]));
  }

  add(found: Found): void {
    const isExempt = this.isExempt(found);
    if (isExempt) this.exempt += 1;
    else this.counts[found.rule] += 1;
    if (isExempt === this.#onlyExempt) this.#kept.get(found.rule)!.add(found);
  }

  isExempt = ({ rule, annotation, subject }: Found): boolean =>
    this.#exemptions.size > 0 && this.#exemptions.has(`${rule} ${annotation ?? subject}`);

  /** Those that are kept, rule by rule. */
  list(): Found[] {
    return [...this.#kept.values()].flatMap((first) => first.list());
  }
}

/** So many times as many as are wanted are held before they are sorted. */
const HELD = 4;

/** Keeps the first of what comes in any order of articles; what comes of one article stays as it comes. */
class FirstOnes {
  readonly #limit: number;
  readonly #held: Found[] = [];
  #last: ArticleToCheck | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(found: Found): void {
    if (this.#last && inLibraryOrder(found.article, this.#last) > 0) return;
    this.#held.push(found);
    if (this.#held.length >= HELD * this.#limit) this.list();
  }

  list(): readonly Found[] {
    this.#held.sort((a, b) => inLibraryOrder(a.article, b.article));
    if (this.#held.length >= this.#limit) {
      this.#held.length = this.#limit;
      this.#last = this.#held.at(-1)!.article;
    }
    return this.#held;
  }
}
