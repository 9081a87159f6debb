import type { Annotation } from '#shared/domain/annotation';
import { MOST_LABELS } from '#shared/domain/codebook';
import { AnnotationId } from '#shared/domain/ids';
import { overlaps, type QuotedSpan } from '#shared/domain/span';
import { interchangeMessages as words } from '#shared/messages/en/interchange';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { findStanding } from '../../corpus/repositories/matched-articles.ts';
import type { Anchored } from '../../formats/anchor.ts';
import { findLabel } from '../codebook.ts';
import { listChanges, type ChangeContext, type Changes, type ReadAnnotation } from './list-changes.ts';
import { findLostParts, type LostParts } from './lost-parts.ts';
import type { ArticleOfDocument, PlacedDocument } from './match-documents.ts';
import { toNameKey } from './name-key.ts';
import { createFrame, readValues } from './read-values.ts';
import type { Reading } from './reading.ts';
import type { ComparedAnnotation, HereOf } from './compared.ts';

type Given = { placed: PlacedDocument; article: ArticleOfDocument; anchored: Anchored; here: HereOf };
export type Compared = { annotations: ComparedAnnotation[]; deleted: Annotation[]; lost: LostParts };

const nothingLost: LostParts = () => false;

/** The annotations of one document beside those of its article, and those here that it should hold and does not. */
export function compareAnnotations(
  reading: Reading,
  { placed: { document }, article, anchored, here }: Given,
): Compared {
  const all = here.all.get(article.uid) ?? [];
  const results = here.results.get(article.uid) ?? [];
  const relations = here.relations.get(article.uid) ?? [];
  const lost =
    all.length === 0
      ? nothingLost
      : findLostParts(reading, article, { annotations: withOthers(results, all), relations });
  const known = new KnownAnnotations(all);
  const frame = createFrame(document.uid, article.uid, article.text, document.unit ?? reading.surveyed.unit);
  const context = { reading, lost, text: article.text, joinsLines: document.joinsLines === true };
  const annotations: ComparedAnnotation[] = [];
  const fresh = new Set<string>();
  for (const { found, spans, ids } of joinParts(anchored)) {
    const label = reading.ours('label', found.label);
    const at = { file: document.file, place: found.place, quote: quoteOf(spans), count: 1 };
    if (label === null) {
      const hasRoom = !reading.withoutRoom.has(toNameKey(found.label));
      const what = hasRoom ? words.labelLeft(found.label) : words.labelWithoutRoom(found.label, MOST_LABELS);
      reading.note({ kind: 'left', what, ...at });
      continue;
    }
    for (const name of Object.keys(found.attributes))
      if (reading.ours('attribute', name) === null)
        reading.note({ kind: 'left', what: words.attributeLeft(name), ...at });
    const of = findLabel(reading.codebook, label);
    const theirs = { found, ids, label, spans, read: readValues(found, of, reading.ours, frame) };
    const named = found.annotator === null ? null : reading.ours('annotator', found.annotator);
    const annotator = named ?? reading.byDefault;
    const byUid = found.uid === null ? undefined : known.byUid(found.uid);
    const key = byUid?.uid ?? toKey(reading, theirs, { article: article.uid, annotator });
    const same = byUid ?? known.byContent(theirs, named) ?? known.byUid(key);
    const changes = byUid ? compareWith(theirs, byUid, known, context) : noChanges;
    const status = changes.parts.length > 0 ? 'changed' : same || fresh.has(key) ? 'same' : 'new';
    annotations.push({ ...theirs, key: same?.uid ?? key, status, here: same ?? null, annotator, changes });
    if (status === 'new') fresh.add(key);
    else if (!same) reading.note({ kind: 'left', what: words.repeated(found.label), ...at });
  }
  const isThere = new Set(annotations.map(({ key }) => key));
  const isGivenOut = reading.surveyed.carriesUids && article.isHere;
  const given = isGivenOut ? listGivenOut(all, results, isThere) : [];
  // what lies under that of another person was not written with it
  const isLost = given === all ? findLostParts(reading, article, { annotations: all, relations }) : lost;
  const deleted = given
    .filter(createNamed(reading, isThere))
    .filter(({ uid }) => !isThere.has(uid) && !isPlacedNowhere(anchored, uid) && !isLost(uid, 'overlap'));
  return { annotations, deleted, lost };
}

const noChanges: Changes = { parts: [], values: {} };

/** Files may hold what was corrected since, or the correction: neither is news. */
function compareWith(
  theirs: ReadAnnotation,
  here: Annotation,
  known: KnownAnnotations,
  context: ChangeContext,
): Changes {
  const changes = listChanges(theirs, here, context);
  const correction = here.correctedBy === null ? undefined : known.byUid(here.correctedBy);
  if (changes.parts.length === 0 || !correction) return changes;
  return listChanges(theirs, correction, context).parts.length === 0 ? noChanges : changes;
}

const quoteOf = (spans: readonly QuotedSpan[]) => spans.map(({ quote }) => quote).join(' … ');
const isPlacedNowhere = ({ unplaced }: Anchored, uid: string) =>
  unplaced.some(({ annotation }) => annotation.uid === uid);

/** The result, and what else is there: a file of one layer says as little of others as one of the result. */
const withOthers = (results: readonly Annotation[], all: readonly Annotation[]): readonly Annotation[] =>
  results.length === 0 ? all : results;

/** The uid that it takes along, where that is free; else one that follows from what it says. */
function toKey(
  { db }: Reading,
  { found, label, spans }: ReadAnnotation,
  { article, annotator }: { article: string; annotator: string },
): string {
  const carried = AnnotationId.safeParse(found.uid);
  if (carried.success && findStanding(db, 'annotation', carried.data, null) !== 'seen') return carried.data;
  const places = spans.map(({ start, end }) => `${start}-${end}`).join(' ');
  return deriveUid('imported_annotation', article, annotator, label.toLowerCase(), places);
}

/**
 * What of an article the files were made from, as far as they show: what counts, or the layers of their annotators where they hold
 * other things too.
 */
function listGivenOut(
  all: readonly Annotation[],
  results: readonly Annotation[],
  isThere: ReadonlySet<string>,
): readonly Annotation[] {
  const counting = new Set(results.map(({ uid }) => uid));
  return all.some(({ uid }) => isThere.has(uid) && !counting.has(uid)) ? all : results;
}

/** Only those whose label and annotator the files name count as missing. */
function createNamed({ surveyed, ours }: Reading, isThere: ReadonlySet<string>): (annotation: Annotation) => boolean {
  const labels = new Set([...surveyed.names.label.keys()].map((theirs) => ours('label', theirs)?.toLowerCase()));
  const people = [...surveyed.names.annotator.keys()].map((theirs) => ours('annotator', theirs));
  const isNamed = ({ annotator }: Annotation) =>
    people.length === 0 || people.includes(null) || people.includes(annotator);
  const isStanding = ({ state, revises }: Annotation) =>
    state !== 'rejected' && (revises === null || !isThere.has(revises));
  return (each) => labels.has(each.label.toLowerCase()) && isNamed(each) && isStanding(each);
}

type Part = Pick<ReadAnnotation, 'found' | 'spans' | 'ids'>;

/** Parts that take the same uid along were one annotation with gaps before a format parted them. */
function joinParts({ placed }: Anchored): Part[] {
  const byUid = new Map<string, Part>();
  const parts: Part[] = [];
  for (const { annotation: found, spans } of placed) {
    const part = { found, spans, ids: [found.id] };
    const first = found.uid === null ? undefined : byUid.get(found.uid);
    if (first && first.found.label === found.label && !first.spans.some((a) => spans.some((b) => overlaps(a, b)))) {
      first.spans = [...first.spans, ...spans].sort((a, b) => a.start - b.start);
      first.ids.push(found.id);
      continue;
    }
    parts.push(part);
    if (found.uid !== null) byUid.set(found.uid, part);
  }
  return parts;
}

/** What is here of one article, by uid and by what it says. */
class KnownAnnotations {
  readonly #byUid: ReadonlyMap<string, Annotation>;
  readonly #byContent: ReadonlyMap<string, Annotation[]>;

  constructor(all: readonly Annotation[]) {
    this.#byUid = new Map(all.map((each) => [each.uid, each]));
    this.#byContent = Map.groupBy(all, toContent);
  }

  byUid(uid: string): Annotation | undefined {
    return this.#byUid.get(uid);
  }

  /** `annotator`: who tagged it, where the files say so; else anybody may have. */
  byContent(content: Pick<ReadAnnotation, 'label' | 'spans'>, annotator: string | null): Annotation | undefined {
    const found = this.#byContent.get(toContent(content)) ?? [];
    return found.find((each) => annotator === null || each.annotator === annotator);
  }
}

const toContent = ({ label, spans }: { label: string; spans: readonly QuotedSpan[] }) =>
  `${label.toLowerCase()} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;
