import { prodigyMessages } from '#shared/messages/en/formats/prodigy';
import type { FoundDocument } from '../found.ts';
import { isObject, type Json } from '../json/recognise-values.ts';
import { toState } from '../side-files/read-side-files.ts';
import type { Token } from './to-tag.ts';

type Around = { tokens: readonly Token[]; spans: readonly unknown[]; annotator: string | null; place: string };

const toWords = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** Relations lead from token to token, each the last of a tag; those that lead elsewhere are listed. */
export function addRelations(document: FoundDocument, relations: readonly unknown[], around: Around): void {
  if (relations.length === 0) return;
  const { annotator, place } = around;
  const find = createFinder(document, around);
  for (const each of relations) {
    const relation = isObject(each) ? each : {};
    const own = isObject(relation['galley']) ? relation['galley'] : {};
    const from = find(relation['head'], relation['head_span'], own['from']);
    const to = find(relation['child'], relation['child_span'], own['to']);
    const kind = toWords(relation['label']);
    if (from === undefined || to === undefined || kind === null) {
      document.left.push({ what: prodigyMessages.noEnds, place, quote: JSON.stringify(each), count: 1 });
      continue;
    }
    document.relations.push({
      uid: toWords(own['id']),
      kind,
      from,
      to,
      annotator: toWords(own['annotator']) ?? annotator,
      state: toState(own['state']),
      note: toWords(own['note']) ?? '',
      place,
    });
  }
}

/** The id of the tag at an end of a relation: as our own say, by its place, or by the token that it ends with. */
function createFinder(document: FoundDocument, { tokens, spans }: Around) {
  const ids = new Set(document.annotations.map(({ id }) => id));
  const byPlace = new Map<string, string>();
  const byEnd = new Map<number, string>();
  const byToken = new Map<number, string>();
  for (const { id, label, spans: places } of document.annotations) {
    const { start, end } = places[0]!;
    for (const key of [`${start} ${end} ${label}`, `${start} ${end}`]) if (!byPlace.has(key)) byPlace.set(key, id);
    if (!byEnd.has(end)) byEnd.set(end, id);
  }
  const ends = new Map(tokens.map(({ id, end }) => [id, end]));
  for (const span of spans) {
    if (!isObject(span) || !Number.isInteger(span['token_end'])) continue;
    const id = byPlace.get(`${String(span['start'])} ${String(span['end'])} ${String(span['label'])}`);
    if (id !== undefined && !byToken.has(span['token_end'] as number)) byToken.set(span['token_end'] as number, id);
  }
  return (token: unknown, place: unknown, own: unknown): string | undefined => {
    if (typeof own === 'string' && ids.has(own)) return own;
    const { start, end, label } = isObject(place) ? place : ({} as Json);
    const key = `${String(start)} ${String(end)}`;
    const placed = byPlace.get(`${key} ${String(label)}`) ?? byPlace.get(key);
    if (placed !== undefined || typeof token !== 'number') return placed;
    return byToken.get(token) ?? byEnd.get(ends.get(token) ?? -1);
  };
}
