import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { findFormAt, type KnownNames } from '#shared/text/name-at';
import { findWordAt } from '#shared/text/words';

type Suggested = { label: { name: string }; spans: readonly Span[] };

/**
 * Names that are known in an article: what is suggested there as a mention of an entity; else forms that were tagged here as
 * one, and the names of those entities.
 */
export function toKnownNames(
  text: string,
  annotations: readonly Annotation[],
  labels: readonly Label[],
  suggestions: readonly Suggested[],
): KnownNames {
  const ofEntities = new Set(labels.flatMap(({ name, entityKinds }) => (entityKinds.length > 0 ? [name] : [])));
  return (offset) => {
    const suggested = suggestions
      .filter(({ spans }) => spans[0]!.start <= offset && offset <= spans[0]!.end) // there may be tens of thousands
      .flatMap(({ label, spans }) => (ofEntities.has(label.name) && spans.length === 1 ? spans : []))
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    if (suggested[0]) return suggested[0];
    const at = findWordAt(text, offset);
    if (!at) return undefined;
    const word = text.slice(at.start, at.end);
    const isNear = (form: string | null): form is string =>
      form !== null && (form.includes(word) || word.includes(form)); // there may be ten thousand
    const forms = annotations
      .filter(({ label, spans, state }) => ofEntities.has(label) && spans.length === 1 && state !== 'rejected')
      .flatMap(({ spans, entity }) => [spans[0]!.quote, entity].filter(isNear));
    return findFormAt(text, offset, forms);
  };
}
