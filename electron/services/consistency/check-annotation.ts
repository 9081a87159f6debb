import { listToFill, type AttributeValues } from '#shared/domain/attribute';
import type { ConsistencyFix, ConsistencyRule } from '#shared/domain/consistency';
import { EntityId } from '#shared/domain/ids';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import type { AliasToCheck } from '../../corpus/repositories/consistency-repository.ts';
import type { CountedAnnotation, LabelToCheck } from '../../corpus/repositories/consistency-annotations.ts';
import { pickByRule } from '../entities/link-by-rule.ts';
import { trimParts } from './loose-edge.ts';

/** What is known of an annotation. `before`: those of its article that come before it; `outlet`: of that article. */
type Known = {
  label: LabelToCheck;
  labels: ReadonlyMap<number, LabelToCheck>;
  aliases: readonly AliasToCheck[];
  outlet: number | null;
  values: AttributeValues | undefined;
  before: readonly CountedAnnotation[];
};
type Say = (rule: ConsistencyRule, what: string, fix: ConsistencyFix | null) => void;

/** What one annotation says by itself, or beside others of its article. */
export function checkAnnotation(each: CountedAnnotation, known: Known, say: Say): void {
  const { label, aliases, values } = known;
  if (aliases.length > 0) checkName(each, known, say);
  if (label.hasValues) {
    const toFill = values ? listToFill(label.of.attributes, values) : label.toFill;
    if (toFill.length > 0) say('required-attributes', words.what.requiredAttributes(toFill), null);
    if (label.isClaim && values?.['attribution'] === undefined && values?.['voice'] !== 'own')
      say('claim-speaker', words.what.claimSpeaker, null);
  }
  const spans = trimParts(each.parts);
  if (spans) say('loose-edge', words.what.looseEdge(spans.map(({ quote }) => quote).join(' … ')), { spans });
  if (isTwin(each, known.before)) say('tagged-twice', words.what.taggedTwice, { remove: true });
}

/** Holds a name against what its words are an alias of. */
function checkName(each: CountedAnnotation, { label, labels, aliases, outlet }: Known, say: Say): void {
  const clear = aliases.filter(({ neverAlone }) => neverAlone === 0);
  if (!clear.some((alias) => alias.label === label.id)) {
    const others = clear.flatMap((alias) => (label.excludes.has(alias.label) ? labels.get(alias.label)!.name : []));
    const [other] = others.sort(); // the same one in every copy
    if (other !== undefined) say('alias-label', words.what.aliasLabel(other), { label: other });
  }
  if (each.isLinked || !label.takesEntities) return;
  const meant = pickByRule(
    aliases
      .filter((alias) => alias.label === label.id)
      .map((alias) => ({ ...alias, isOutlets: Number(outlet !== null && alias.outlet === outlet) })),
  );
  if (meant)
    say('unlinked-mention', words.what.unlinkedMention(meant.name), {
      entity: EntityId.parse(meant.entity),
      name: meant.name,
    });
}

/** Whether the same person has tagged the same words so before; `before` is in reading order. */
function isTwin(each: CountedAnnotation, before: readonly CountedAnnotation[]): boolean {
  const { start } = each.parts[0]!;
  for (let at = before.length - 1; at >= 0 && before[at]!.parts[0]!.start === start; at -= 1)
    if (isSame(before[at]!, each)) return true;
  return false;
}

const isSame = (a: CountedAnnotation, b: CountedAnnotation): boolean =>
  a.label === b.label &&
  a.annotator === b.annotator &&
  a.parts.length === b.parts.length &&
  a.parts.every(({ start, end }, n) => start === b.parts[n]!.start && end === b.parts[n]!.end);
