import { webannoMessages } from '#shared/messages/en/formats/webanno-tsv';
import type { FoundAnnotation } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import { TAG_LAYER } from './feature-names.ts';
import { stands, type LaidOut } from './lay-out.ts';
import type { Cell } from './read-cells.ts';
import { shortName } from './read-layers.ts';
import type { Sheet } from './read-rows.ts';

/** What the features of an annotation or a relation say, by name. */
export function featuresOf({ values }: Cell, { columns }: Sheet): Map<string, string> {
  const features = new Map<string, string>();
  for (const [column, value] of values) if (value !== null) features.set(columns[column]!.name, value);
  return features;
}

/** The feature that names an annotation or a relation of a layer that others made, where it has one. */
export const findName = (features: ReadonlyMap<string, string>) =>
  ['label', 'value'].find((name) => features.has(name));

/** A label is what `label` or `value` says, else the layer itself; all other features are attributes, by `attributeOf`. */
export function toAnnotation(
  id: string,
  cell: Cell,
  sheet: Sheet,
  laidOut: Pick<LaidOut, 'text' | 'map'>,
  attributeOf: (feature: string) => string,
): FoundAnnotation {
  const layer = sheet.layers[cell.layer]!.name;
  const isOurs = layer === TAG_LAYER;
  const features = featuresOf(cell, sheet);
  const named = isOurs ? 'label' : findName(features);
  const label = (named === undefined ? undefined : features.get(named)) ?? shortName(layer);
  if (named !== undefined) features.delete(named);
  const annotation: FoundAnnotation = {
    id,
    uid: null,
    label,
    spans: [toSpan(cell, laidOut)],
    entity: null,
    attributes: {},
    annotator: null,
    state: null,
    note: '',
    place: webannoMessages.line(cell.units[0]!.line),
  };
  if (isOurs) takeOwn(annotation, features);
  annotation.attributes = Object.fromEntries(
    Array.from(features, ([name, value]) => [isOurs ? attributeOf(name) : name, value]),
  );
  return annotation;
}

/** Words that are not the text's own, where the token at one of its ends stands elsewhere than it says. */
function toSpan({ units }: Cell, { text, map }: Pick<LaidOut, 'text' | 'map'>) {
  const last = units.reduce((latest, unit) => (unit.end > latest.end ? unit : latest));
  const [start, end] = [units[0]!.begin, last.end];
  const isRight = stands(text, map, units[0]!) && stands(text, map, last);
  const quote = isRight ? text.slice(map.toUtf16(start), map.toUtf16(end)) : units.map(({ form }) => form).join(' ');
  return { start, end, quote };
}

/** Takes away what only Galley's own layer has. */
function takeOwn(annotation: FoundAnnotation, features: Map<string, string>): void {
  const take = (name: string) => {
    const value = features.get(name) ?? null;
    features.delete(name);
    return value;
  };
  const [entity, entityId, kept] = [take('entity'), take('entityId'), take('kept')];
  annotation.uid = take('uid');
  annotation.annotator = take('annotator');
  annotation.state = toState(take('state'));
  annotation.note = take('note') ?? '';
  if (entity !== null) annotation.entity = { name: entity, uid: entityId, refs: [] };
  if (kept !== null) annotation.kept = parseKept(kept);
}

function parseKept(kept: string): Record<string, unknown> {
  try {
    const values: unknown = JSON.parse(kept);
    if (typeof values === 'object' && values !== null) return values as Record<string, unknown>;
  } catch {
    // another tool changed it
  }
  return { kept };
}
