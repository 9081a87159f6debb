import type { Span } from '#shared/domain/span';
import type { DatasetArticle, DatasetRelation } from '../format.ts';
import { keepRelations } from '../side-files/write-side-files.ts';
import { RELATION_FEATURES } from './feature-names.ts';
import type { Part } from './parts.ts';
import { toCell } from './tag-cells.ts';

/** The columns of relations by the name of the token that they stand at: the first one of what they lead to. */
export function toRelationColumns(
  item: DatasetArticle,
  sentences: readonly Span[][],
  parts: readonly Part[],
): Map<string, string> {
  if (item.relations.length === 0) return new Map();
  const firsts = new Map<string, Part>();
  for (const part of parts) if (!firsts.has(part.uid)) firsts.set(part.uid, part);
  const units = nameUnits(sentences, parts);
  const byTarget = Map.groupBy(
    keepRelations(item, (uid) => firsts.has(uid)),
    ({ to }) => firsts.get(to)!,
  );
  const nameEnds = ({ from, to }: DatasetRelation) => {
    const [source, target] = [firsts.get(from)!, firsts.get(to)!];
    return `${units.get(source)}[${source.n}_${target.n}]`;
  };
  const byUnit = Map.groupBy(byTarget, ([target]) => units.get(target)!);
  return new Map(
    Array.from(byUnit, ([unit, targets]) => {
      const relations = targets.flatMap(([, those]) => those);
      const features = RELATION_FEATURES.map((name) => relations.map((relation) => toCell(relation[name])).join('|'));
      return [unit, [...features, relations.map(nameEnds).join('|'), ''].join('\t')];
    }),
  );
}

/** What the first token of each part is called; every part begins with a token, since tokens are parted at borders. */
function nameUnits(sentences: readonly Span[][], parts: readonly Part[]): Map<Part, string> {
  const units = new Map<Part, string>();
  let next = 0;
  for (const [s, tokens] of sentences.entries())
    for (const [t, { end }] of tokens.entries())
      for (; next < parts.length && parts[next]!.start < end; next += 1) units.set(parts[next]!, `${s + 1}-${t + 1}`);
  return units;
}
