import type { Annotation } from '#shared/domain/annotation';
import { bySpan, type Span } from '#shared/domain/span';
import type { DatasetArticle } from '../format.ts';
import { trimBlanks } from '../tokens/blanks.ts';

/** An annotation as brackets over tokens. `parts`: without the blanks at their ends, in order. */
export type Mention = { annotation: Annotation; parts: Span[]; chain: string };

/** Chains of a whole dataset: one for each entity, and one for each annotation that means none. */
export class ChainNames {
  readonly #entities = new Map<string, string>();
  #count = 0;

  next(): string {
    this.#count += 1;
    return `e${this.#count}`;
  }

  of({ entity, entityUid }: Annotation): string {
    if (entity === null) return this.next();
    const key = entityUid ?? `name ${entity}`;
    const known = this.#entities.get(key) ?? this.next();
    this.#entities.set(key, known);
    return known;
  }
}

/** The parts of an annotation that hold a token. */
export const toParts = (text: string, { spans }: Annotation): Span[] =>
  spans.flatMap((span) => trimBlanks(text, span) ?? []);

/**
 * The annotations of one article. Brackets of one chain close in the order in which they opened last, so one that crosses another
 * of its entity, or has gaps as another has, is in a chain of its own.
 */
export function listMentions({ article, annotations }: DatasetArticle, names: ChainNames): Mention[] {
  const mentions: Mention[] = [];
  const byChain = new Map<string, Mention[]>();
  for (const annotation of annotations) {
    const parts = toParts(article.text, annotation);
    if (parts.length === 0) continue;
    const chain = names.of(annotation);
    const known = byChain.get(chain) ?? [];
    const mention: Mention = {
      annotation,
      parts,
      chain: known.some((each) => clashes(each.parts, parts)) ? names.next() : chain,
    };
    mentions.push(mention);
    if (mention.chain === chain) byChain.set(chain, [...known, mention]);
  }
  return mentions.sort((a, b) => bySpan(a.parts[0]!, b.parts[0]!));
}

const clashes = (a: readonly Span[], b: readonly Span[]) =>
  (a.length > 1 && b.length > 1) || a.some((one) => b.some((other) => crosses(one, other) || crosses(other, one)));
const crosses = (a: Span, b: Span) => a.start < b.start && b.start < a.end && a.end < b.end;
