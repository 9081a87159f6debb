import { z } from 'zod';
import { AnnotationState } from './annotation.ts';
import { ClaimFigure } from './cluster.ts';
import { SideName, toBothSides } from './comparison.ts';
import { AnnotationId, ArticleId, ClusterId, RelationId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { SourceKind } from './sources.ts';

/** At most so many events of a group are given, and so many conflicts of a slot of an event. */
export const MOST_EVENTS = 500;
export const MOST_CONFLICTS = 40;

/** On whose word: `name` is an entity's, or the words that name somebody; empty where the kind says it all. `verb`: as written. */
export const ClaimSpeaker = z.object({ kind: SourceKind, name: z.string(), words: z.string(), verb: z.string() });
export type ClaimSpeaker = z.infer<typeof ClaimSpeaker>;

/** An actor or a place as a claim gives it: two are the same where their keys are. */
export const ClaimThing = z.object({ key: z.string(), name: z.string() });
export type ClaimThing = z.infer<typeof ClaimThing>;

/**
 * What one claim of a side says of an event. `start`: where its words begin, in UTF-16. `date`: the article's; `eventDate`: of what it
 * tells. `speakers`: nearest first; none where nobody is given. `verdict`, `voice`: as chosen from the codebook; empty where nobody did.
 */
export const ClaimVersion = z.object({
  side: SideName,
  claim: AnnotationId,
  article: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  start: z.int(),
  quote: z.string(),
  speakers: z.array(ClaimSpeaker),
  voice: z.string(),
  figures: z.array(ClaimFigure),
  eventDate: PartialDate.nullable(),
  place: ClaimThing.nullable(),
  perpetrators: z.array(ClaimThing),
  verdict: z.string(),
  state: AnnotationState,
  note: z.string(),
});
export type ClaimVersion = z.infer<typeof ClaimVersion>;

/** What versions can say something of. `figure` is named by what it counts and its unit; `word`: what a person says of two claims. */
export const ClaimSlot = z.object({
  kind: z.enum(['figure', 'perpetrator', 'place', 'date', 'word']),
  what: z.string(),
  unit: z.string(),
});
export type ClaimSlot = z.infer<typeof ClaimSlot>;

/** One version of two that are set against each other; `says`: in plain words; `by`: on whose word, empty where that is not said. */
const ConflictEnd = z.object({
  side: SideName,
  claim: AnnotationId,
  by: z.string(),
  says: z.string(),
  ofWhom: z.string(),
});
export type ConflictEnd = z.infer<typeof ConflictEnd>;

/**
 * Two versions that differ; A's first where the sides differ. `isComparable`: false where they count something else, so that it is no
 * conflict. `gap`: the numbers between two ranges that do not meet. `question`, `hint`: what it puts to a person; never a verdict.
 */
export const ClaimConflict = z.object({
  slot: ClaimSlot,
  one: ConflictEnd,
  other: ConflictEnd,
  isComparable: z.boolean(),
  gap: z.object({ from: z.number(), to: z.number() }).nullable(),
  question: z.string(),
  hint: z.string(),
});
export type ClaimConflict = z.infer<typeof ClaimConflict>;

/** Within a side it does not decide where its event is listed. */
export const isBetweenSides = ({ one, other }: Pick<ClaimConflict, 'one' | 'other'>): boolean =>
  one.side !== other.side;

const WordKind = z.enum(['contradicts', 'corroborates']);

/** What a person says of two claims of an event, by uid. */
export const ClaimRelation = z.object({
  uid: RelationId,
  kind: WordKind,
  from: AnnotationId,
  to: AnnotationId,
  annotator: z.string(),
  note: z.string(),
});
export type ClaimRelation = z.infer<typeof ClaimRelation>;

/** `conflict`: between the sides; `agreed`: both have it and nothing of what both say differs. */
export const EventGroup = z.enum(['conflict', 'agreed', 'onlyA', 'onlyB']);
export type EventGroup = z.infer<typeof EventGroup>;

/**
 * An event card with the claims of either side that count. `shared`: what both sides say something of, in the order of the articles.
 * `conflictCount`: how many there are, also those that are not given.
 */
export const ComparedEvent = z.object({
  uid: ClusterId,
  title: z.string(),
  date: PartialDate.nullable(),
  place: z.string().nullable(),
  note: z.string(),
  group: EventGroup,
  versions: z.array(ClaimVersion),
  shared: z.array(ClaimSlot),
  conflicts: z.array(ClaimConflict),
  conflictCount: z.int(),
  relations: z.array(ClaimRelation),
});
export type ComparedEvent = z.infer<typeof ComparedEvent>;

/** Claims of a side. `unattributed`: on nobody's word; `outlet`: on the outlet's own. `share`: of both, null without claims. */
const ClaimCounts = z.object({
  claims: z.int(),
  onCards: z.int(),
  unattributed: z.int(),
  outlet: z.int(),
  share: z.number().nullable(),
});
export type ClaimCounts = z.infer<typeof ClaimCounts>;

/**
 * Group by group, in each the newest event first. `totals`: of events, also of those that are not given. `wordKinds`: what the codebook
 * calls the relations by which a person says what they think of two claims; one that it has no more is left out.
 */
export const ClaimComparison = z.object({
  events: z.array(ComparedEvent),
  totals: z.record(EventGroup, z.int()),
  claims: toBothSides(ClaimCounts),
  wordKinds: z.array(z.object({ kind: WordKind, name: z.string() })),
});
export type ClaimComparison = z.infer<typeof ClaimComparison>;

/** At most so many are proposed at once. */
export const MOST_PROPOSED = 30;

/** A claim that may be about the same event as another. */
const ProposedClaim = z.object({
  side: SideName,
  claim: AnnotationId,
  article: ArticleId,
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  start: z.int(),
  quote: z.string(),
});
export type ProposedClaim = z.infer<typeof ProposedClaim>;

/**
 * A suggestion to a person, counted nowhere: these claims may be about one event, of which a card may be there already.
 * `shares`: figures, places and actors that they have in common, by name; `days`: between their dates.
 */
export const ProposedEvent = z.object({
  card: z.object({ uid: ClusterId, title: z.string() }).nullable(),
  claims: z.array(ProposedClaim).length(2),
  shares: z.array(z.string()),
  days: z.int(),
});
export type ProposedEvent = z.infer<typeof ProposedEvent>;
