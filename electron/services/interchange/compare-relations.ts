import type { ChangedPart } from '#shared/domain/interchange';
import type { Annotation } from '#shared/domain/annotation';
import { RelationId } from '#shared/domain/ids';
import { listKindsThatFit } from '#shared/domain/relation';
import { interchangeMessages as words } from '#shared/messages/en/interchange';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { findStanding } from '../../corpus/repositories/matched-articles.ts';
import type { DatasetRelation } from '../../formats/format.ts';
import type { FoundDocument, FoundRelation } from '../../formats/found.ts';
import type { LostParts } from './lost-parts.ts';
import type { ArticleOfDocument } from './match-documents.ts';
import type { Reading } from './reading.ts';
import { endKey } from './survey.ts';
import type { ComparedAnnotation, HereOf, ComparedRelation, ComparedRelations, End } from './compared.ts';

type Of = { article: ArticleOfDocument; annotations: readonly ComparedAnnotation[]; here: HereOf; lost: LostParts };
/** A document's relations are compared at once, but for those to other documents. */
type Ready = { document: FoundDocument; relation: FoundRelation; from: End; of: Here };
/** What is here of the relations of one article; `taken`: those that the files have. */
type Here = {
  article: ArticleOfDocument;
  relations: readonly DatasetRelation[];
  /** The annotation that a correction stands in place of. */
  revised: ReadonlyMap<string, string>;
  taken: Set<string>;
};

/** Compares the relations of documents one after the other, and those between documents in the end. */
export class RelationComparer {
  readonly #reading: Reading;
  readonly #farEnds = new Map<string, End>();
  readonly #waiting: Ready[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  compare(document: FoundDocument, { article, annotations, here, lost }: Of): ComparedRelations {
    const { surveyed, format } = this.#reading;
    const ends = toEnds(annotations);
    const { name, key: own = name } = document;
    for (const [id, end] of ends) if (surveyed.farEnds.has(endKey(own, id))) this.#farEnds.set(endKey(own, id), end);
    const of: Here = {
      article,
      relations: here.relations.get(article.uid) ?? [],
      revised: listRevised(here.all.get(article.uid) ?? []),
      taken: new Set(),
    };
    const relations: ComparedRelation[] = [];
    for (const relation of document.relations) {
      const from = ends.get(relation.from);
      const isFar = relation.toDocument !== undefined && relation.toDocument !== own;
      if (isFar && from) {
        this.#waiting.push({ document: withoutContent(document), relation, from, of });
        // what is compared in the end is not missing before
        if (relation.uid !== null) of.taken.add(relation.uid);
        continue;
      }
      const compared = this.#compareOne(
        document,
        relation,
        { from, to: isFar ? undefined : ends.get(relation.to) },
        of,
      );
      if (compared) relations.push(compared);
    }
    const isGivenOut = surveyed.carriesRelationUids && format.carries.has('relation') && article.isHere;
    return { relations, deleted: isGivenOut ? listDeleted(of, annotations, lost) : [] };
  }

  finish(): ComparedRelations {
    const relations = this.#waiting.flatMap(({ document, relation, from, of }) => {
      const to = this.#farEnds.get(endKey(relation.toDocument!, relation.to));
      const compared = this.#compareOne(document, relation, { from, to }, of);
      return compared ? [compared] : [];
    });
    return { relations, deleted: [] };
  }

  #compareOne(
    { file }: Pick<FoundDocument, 'file'>,
    found: FoundRelation,
    ends: { from: End | undefined; to: End | undefined },
    of: Here,
  ): ComparedRelation | null {
    const { ours, byDefault, note } = this.#reading;
    const kind = ours('relation', found.kind);
    const leave = (what: string) =>
      note({ kind: 'left', file, place: found.place, what, quote: ends.from?.quote ?? '', count: 1 });
    if (kind === null) return (leave(words.relationLeft(found.kind)), null);
    const { from, to } = ends;
    if (!from || !to || from.uid === to.uid) return (leave(words.endMissing(kind)), null);
    if (!this.#fits(kind, from, to)) return (leave(words.endsUnfit(kind, from.label, to.label)), null);
    const named = found.annotator === null ? null : ours('annotator', found.annotator);
    const annotator = named ?? byDefault;
    const byUid = of.relations.find(({ uid }) => uid === found.uid);
    const here =
      byUid ??
      of.relations.find(
        (each) => isSameRelation(each, { kind, from, to }, of) && (named === null || each.annotator === named),
      );
    if (here) of.taken.add(here.uid);
    const changes = byUid ? this.#listChanges(byUid, found, kind) : [];
    return {
      key: here?.uid ?? this.#toKey(found, { kind, from, to, annotator }),
      status: changes.length > 0 ? 'changed' : here ? 'same' : 'new',
      here: here ?? null,
      found,
      kind,
      from,
      to,
      annotator,
      changes,
      article: of.article,
      file,
    };
  }

  /** A kind that is still to be made takes all labels. */
  #fits(kind: string, from: End, to: End): boolean {
    const known = this.#reading.codebook.relationKinds.find(({ name }) => name.toLowerCase() === kind.toLowerCase());
    return !known || listKindsThatFit([known], { from: from.label, to: to.label }).length > 0;
  }

  #listChanges(here: DatasetRelation, found: FoundRelation, kind: string): ChangedPart[] {
    const changes: ChangedPart[] = [];
    if (here.kind.toLowerCase() !== kind.toLowerCase()) changes.push({ what: 'label', before: here.kind, after: kind });
    const hasNote =
      this.#reading.format.carries.has('note') && (found.note !== '' || this.#reading.format.name === 'jsonl');
    if (hasNote && here.note !== found.note) changes.push({ what: 'note', before: here.note, after: found.note });
    return changes;
  }

  #toKey(
    { uid }: FoundRelation,
    { kind, from, to, annotator }: { kind: string; from: End; to: End; annotator: string },
  ): string {
    const carried = RelationId.safeParse(uid);
    if (carried.success && findStanding(this.#reading.db, 'relation', carried.data, null) !== 'seen')
      return carried.data;
    return deriveUid('imported_annotation', 'relation', kind.toLowerCase(), from.uid, to.uid, annotator);
  }
}

/** What stays in memory of a document whose relations wait for others. */
const withoutContent = (document: FoundDocument): FoundDocument => ({
  ...document,
  text: null,
  annotations: [],
  relations: [],
  left: [],
});

function toEnds(annotations: readonly ComparedAnnotation[]): Map<string, End> {
  const ends = new Map<string, End>();
  for (const { ids, key, label, spans } of annotations)
    for (const id of ids) ends.set(id, { uid: key, label, quote: spans.map(({ quote }) => quote).join(' … ') });
  return ends;
}

const listRevised = (all: readonly Annotation[]): Map<string, string> =>
  new Map(all.flatMap(({ uid, revises }) => (revises === null ? [] : [[uid, revises] as const])));

/** Whether an end is the one that stands there, or what it, a correction, stands in place of. */
function isEnd(end: string, stored: string, revised: ReadonlyMap<string, string>): boolean {
  for (let uid: string | undefined = end; uid !== undefined; uid = revised.get(uid)) if (uid === stored) return true;
  return false;
}

function isSameRelation(
  here: DatasetRelation,
  { kind, from, to }: { kind: string; from: End; to: End },
  { revised }: Here,
): boolean {
  if (here.kind.toLowerCase() !== kind.toLowerCase()) return false;
  const leads = (a: End, b: End) => isEnd(a.uid, here.from, revised) && isEnd(b.uid, here.to, revised);
  return leads(from, to) || (here.isSymmetric && leads(to, from));
}

function listDeleted(
  of: Here,
  annotations: readonly ComparedAnnotation[],
  lost: LostParts,
): ComparedRelations['deleted'] {
  const ends = new Map<string, End>();
  for (const { key, label, spans } of annotations) {
    const end = { uid: key, label, quote: spans.map(({ quote }) => quote).join(' … ') };
    for (let uid: string | undefined = key; uid !== undefined; uid = of.revised.get(uid)) ends.set(uid, end);
  }
  return of.relations.flatMap((relation) => {
    const [from, to] = [ends.get(relation.from), ends.get(relation.to)];
    const isThere = of.taken.has(relation.uid) || lost(relation.uid, 'relation');
    return from && to && !isThere ? [{ relation, from, to, article: of.article }] : [];
  });
}
