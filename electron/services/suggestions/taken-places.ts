import type { Label } from '#shared/domain/codebook';
import { overlaps, type Span } from '#shared/domain/span';

/** Unit: UTF-16. About a paragraph: what is looked at for one span is what stands near it. */
const STRETCH = 512;

/** Where labels stand in a text, so that what cannot stand there too is told in a time that does not grow with the text. */
export class TakenPlaces {
  /** Spans by the label and by the stretches of the text that they lie in. */
  readonly #byLabel = new Map<string, Map<number, Span[]>>();
  readonly #rivals: ReadonlyMap<string, readonly string[]>;

  constructor(labels: readonly Label[]) {
    const uids = new Map(labels.map(({ name, uid }) => [name, uid]));
    this.#rivals = new Map(
      labels.map(({ uid, excludes }) => [uid, [uid, ...excludes.flatMap((name) => uids.get(name) ?? [])]]),
    );
  }

  /** Label by uid. */
  add(label: string, span: Span): void {
    let stretches = this.#byLabel.get(label);
    if (!stretches) this.#byLabel.set(label, (stretches = new Map<number, Span[]>()));
    for (const stretch of listStretches(span)) {
      const there = stretches.get(stretch);
      if (there) there.push(span);
      else stretches.set(stretch, [span]);
    }
  }

  /** Whether the label, or one that cannot be meant at once with it, stands on any of this. */
  isTaken(label: string, spans: readonly Span[]): boolean {
    return (this.#rivals.get(label) ?? [label]).some((rival) => {
      const stretches = this.#byLabel.get(rival);
      if (!stretches) return false;
      const stands = (span: Span) =>
        listStretches(span).some((stretch) => stretches.get(stretch)?.some((other) => overlaps(other, span)));
      return spans.some(stands);
    });
  }
}

function listStretches({ start, end }: Span): number[] {
  const first = Math.floor(start / STRETCH);
  return Array.from({ length: Math.floor((end - 1) / STRETCH) - first + 1 }, (_, n) => first + n);
}
