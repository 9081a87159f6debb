import type { ValueInput } from '#shared/domain/attribute';
import type { Span } from '#shared/domain/span';
import type { SuggestionRule } from '#shared/domain/suggestion';

/** What a finder reads: a text, and where its blocks are. Unit: UTF-16 code units, half-open. */
export type Reading = {
  text: string;
  blocks: readonly { kind: string; start: number; end: number }[];
  language: string | null;
};

/**
 * What a finder proposes. `label`: a built-in one by name, or the uid of a label that the corpus knows. `entity`: by uid.
 * `attributes`: by name, as a caller of `annotations:create` would give them.
 */
export type Found = {
  label: string;
  spans: readonly Span[];
  rule: SuggestionRule;
  reason: Readonly<Record<string, string | number>>;
  /** From 0 to 1; orders suggestions and settles which of two that overlap is kept. */
  confidence: number;
  entity?: string;
  attributes?: Readonly<Record<string, ValueInput>>;
};
