import type { Annotation } from '#shared/domain/annotation';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { toFound, type Found } from './found.ts';

/** Unit: UTF-16; longer words are hardly the same twice. */
const LONGEST = 100;
/** So many of one form and label are kept; more are hardly gone through one by one. */
const KEPT = 2000;

type Tagged = { n: number; kept: Found[] };

/** Counts which labels the same words were given, of labels that exclude one another. */
export class FormLabels {
  readonly #forms = new Map<string, Map<string, Tagged>>();
  readonly #excluded: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(excluded: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#excluded = excluded;
  }

  add(annotation: Annotation, folded: string): void {
    const { label } = annotation;
    if (folded.length > LONGEST || (this.#excluded.get(label)?.size ?? 0) === 0) return;
    let labels = this.#forms.get(folded);
    if (!labels) this.#forms.set(folded, (labels = new Map<string, Tagged>()));
    let tagged = labels.get(label);
    if (!tagged) labels.set(label, (tagged = { n: 0, kept: [] }));
    tagged.n += 1;
    if (tagged.kept.length < KEPT) tagged.kept.push(toFound(annotation, { rule: 'form-labels', what: '', fix: null }));
  }

  /** Those under a label that is the rarer one. */
  *list(): Generator<Found> {
    for (const labels of this.#forms.values()) {
      if (labels.size < 2) continue;
      const [first, ...rest] = [...labels].sort(([a, { n }], [b, { n: m }]) => m - n || (a < b ? -1 : 1));
      const [most, { n: mostly }] = first!;
      const total = [...labels.values()].reduce((sum, { n }) => sum + n, 0);
      for (const [label, { n, kept }] of rest)
        if (this.#excluded.get(label)?.has(most))
          for (const each of kept)
            yield n < mostly
              ? { ...each, what: words.what.formLabels(n, most, total), fix: { label: most } }
              : { ...each, what: words.what.formTie(n, most, total) };
    }
  }
}
