import { consistencyMessages as words } from '#shared/messages/en/consistency';
import type { LabelToCheck } from '../../corpus/repositories/consistency-annotations.ts';
import type { ArticleToCheck } from '../../corpus/repositories/consistency-repository.ts';
import type { Breathe } from '../job.ts';
import { toFound, type Found } from './found.ts';

/** Unit: UTF-16; longer words are hardly the same twice. */
const LONGEST = 100;
/** So many are gone through before the clock is looked at. */
const AT_ONCE = 1000;

/** The same words under one label. `said`: what is odd about that, once all are counted. */
type Tagged = { label: LabelToCheck; n: number; said: Pick<Found, 'what' | 'fix'> | null };

/** Counts which labels the same words were given, of labels that exclude one another. */
export class FormLabels {
  readonly #forms = new Map<string, Tagged[]>();
  // an annotation at each place, in the order in which they came: a million objects would weigh more
  readonly #tagged: Tagged[] = [];
  readonly #ids: number[] = [];
  readonly #articles: ArticleToCheck[] = [];

  /** `annotation`: by id. */
  add(annotation: number, article: ArticleToCheck, label: LabelToCheck, folded: string): void {
    if (folded.length > LONGEST || label.excludes.size === 0) return;
    let form = this.#forms.get(folded);
    if (!form) this.#forms.set(folded, (form = []));
    let tagged = form.find((each) => each.label.id === label.id);
    if (!tagged) form.push((tagged = { label, n: 0, said: null }));
    tagged.n += 1;
    this.#tagged.push(tagged);
    this.#ids.push(annotation);
    this.#articles.push(article);
  }

  /** Gives those under a label that is the rarer one. */
  async listRarer(use: (found: Found) => void, breathe: Breathe): Promise<void> {
    let n = 0;
    for (const form of this.#forms.values()) {
      if (form.length > 1) judge(form);
      if ((n += 1) % AT_ONCE === 0) await breathe();
    }
    for (const [at, { said }] of this.#tagged.entries()) {
      if (at % AT_ONCE === 0) await breathe();
      if (said) use(toFound(this.#ids[at]!, this.#articles[at]!, { rule: 'form-labels', ...said }));
    }
  }
}

function judge(form: Tagged[]): void {
  const [first, ...rest] = form.sort((a, b) => b.n - a.n || (a.label.name < b.label.name ? -1 : 1));
  const { label: most, n: mostly } = first!;
  const total = form.reduce((sum, { n }) => sum + n, 0);
  for (const tagged of rest) {
    if (!tagged.label.excludes.has(most.id)) continue;
    tagged.said =
      tagged.n < mostly
        ? { what: words.what.formLabels(tagged.n, most.name, total), fix: { label: most.name } }
        : { what: words.what.formTie(tagged.n, most.name, total), fix: null };
  }
}
