import { MOST_CONFLICTS, type ClaimConflict, type ClaimSlot, type ClaimVersion } from '#shared/domain/claim-comparison';
import type { ClaimFigure } from '#shared/domain/cluster';
import { conflictHint, conflictQuestion, rangeWords, speakerWords } from '#shared/messages/en/compare-claims';
import { dateWords } from '#shared/messages/en/ui';
import { toSlotKey } from '#shared/text/claim-slots';
import { foldWords } from './word-tally.ts';

/** What conflicts are found in. */
export type SaidByClaim = Pick<ClaimVersion, 'side' | 'figures' | 'perpetrators' | 'place' | 'eventDate'>;
/** With whose word it is, as a conflict is told. */
export type Version = SaidByClaim & Pick<ClaimVersion, 'claim' | 'speakers'>;

/**
 * What a version says in a slot. `key`: the same where the same is said. `group`: of figures, of whom, folded; empty where that is not
 * said.
 */
type Said = {
  version: SaidByClaim;
  at: number;
  slot: ClaimSlot;
  key: string;
  says: string;
  ofWhom: string;
  group: string;
  range: Range | null;
};
type Range = { low: number; high: number };
type Differing = Pick<ClaimConflict, 'isComparable' | 'gap'>;

export type FoundConflicts = { shared: ClaimSlot[]; conflicts: ClaimConflict[]; count: number };

/** So many different things that are said in one slot are set against each other; no event that people made has more. */
const MOST_SAID = 300;

/**
 * Where versions of one event differ, each as a question: figures of one kind whose ranges do not meet, who did it, where and when.
 *
 * What several claims of a side say alike is put once, by the first, and so are two claims that stand on both sides. Within a slot the differences between the sides come first.
 * `shared`: the slots in which both sides say something. `count` is of all, of which `MOST_CONFLICTS` of a slot are given.
 */
export function findConflicts(versions: readonly Version[]): FoundConflicts {
  const found: FoundConflicts = { shared: [], conflicts: [], count: 0 };
  for (const said of listSlots(versions)) {
    const sides = new Set(said.map(({ version }) => version.side));
    if (sides.size === 2) found.shared.push(said[0]!.slot);
    const differing = listDiffering(toFirsts(said).slice(0, MOST_SAID), listGroups(said), versions);
    found.count += differing.length;
    found.conflicts.push(...differing.slice(0, MOST_CONFLICTS).map((pair) => toConflict(pair, versions)));
  }
  return found;
}

/**
 * Whether `findConflicts` finds anything between the sides that can be compared, in whatever order the versions are; undefined where
 * their order decides it.
 */
export function areApart(versions: readonly SaidByClaim[]): boolean | undefined {
  let isSure = true;
  for (const said of listSlots(versions)) {
    const firsts = toFirsts(said);
    const isOneEach = new Set(said.map(({ at }) => at)).size === said.length;
    // which of those who say the same is the first decides what else its claim says
    if (firsts.length > MOST_SAID || (firsts.length < said.length && !isOneEach)) isSure = false;
    else if (isSlotApart(firsts, listGroups(said))) return true;
  }
  return isSure ? false : undefined;
}

function isSlotApart(said: readonly Said[], groups: Groups): boolean {
  const [ofA, ofB] = (['a', 'b'] as const).map((side) => said.filter(({ version }) => version.side === side));
  return ofA!.some((one) => ofB!.some((other) => one.at !== other.at && compare(one, other, groups)?.isComparable));
}

/** What is said in each slot, in the order of the versions. */
const listSlots = (versions: readonly SaidByClaim[]) =>
  Map.groupBy(versions.flatMap(listSaid), ({ slot }) => toSlotKey(slot)).values();

function listSaid(version: SaidByClaim, at: number): Said[] {
  const { figures, perpetrators, place, eventDate } = version;
  const plain = { version, at, ofWhom: '', group: '', range: null };
  const toSlot = (kind: ClaimSlot['kind']): ClaimSlot => ({ kind, what: '', unit: '' });
  const said: Said[] = figures.filter(hasNumber).map((figure) => toSaidFigure(figure, version, at));
  if (perpetrators.length > 0) {
    const key = JSON.stringify(perpetrators.map((each) => each.key).sort());
    const says = perpetrators.map(({ name }) => name).join(', ');
    said.push({ ...plain, slot: toSlot('perpetrator'), key, says });
  }
  if (place) said.push({ ...plain, slot: toSlot('place'), key: place.key, says: place.name });
  if (eventDate !== null) said.push({ ...plain, slot: toSlot('date'), key: eventDate, says: dateWords(eventDate) });
  return said;
}

const hasNumber = ({ min, max }: ClaimFigure) => min !== null || max !== null;

function toSaidFigure(figure: ClaimFigure, version: SaidByClaim, at: number): Said {
  const { what, unit, ofWhom } = figure;
  const range = toRange(figure);
  const group = foldWords(ofWhom);
  const key = JSON.stringify([group, range.low, range.high].map(String));
  return { version, at, slot: { kind: 'figure', what, unit }, key, says: rangeWords(figure), ofWhom, group, range };
}

/** An end that is not given is open. Least and most that were given the wrong way round are what they say together. */
function toRange({ min, max }: Pick<ClaimFigure, 'min' | 'max'>): Range {
  const [low, high] = [min ?? -Infinity, max ?? Infinity];
  return { low: Math.min(low, high), high: Math.max(low, high) };
}

/** What a side says several times, once. */
function toFirsts(said: readonly Said[]): Said[] {
  const firsts = new Map<string, Said>();
  for (const each of said) {
    const key = `${each.version.side} ${each.key}`;
    if (!firsts.has(key)) firsts.set(key, each);
  }
  return [...firsts.values()];
}

/** Of whom each version has a figure, as `toGroupKey` gives it. */
type Groups = ReadonlySet<string>;
const toGroupKey = ({ at }: Said, { group }: Said) => `${at} ${group}`;
const listGroups = (said: readonly Said[]): Groups => new Set(said.map((each) => toGroupKey(each, each)));

type Pair = { one: Said; other: Said } & Differing;

function listDiffering(said: readonly Said[], groups: Groups, versions: readonly Version[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [n, first] of said.entries())
    for (const second of said.slice(n + 1)) {
      if (first.at === second.at) continue; // parts of one claim belong together
      const differing = compare(first, second, groups);
      const isInOrder = first.version.side <= second.version.side;
      const [one, other] = isInOrder ? [first, second] : [second, first];
      if (differing) pairs.push({ one, other, ...differing });
    }
  const inOrder = pairs.sort((x, y) => rank(x) - rank(y) || earlier(x) - earlier(y) || later(x) - later(y));
  const toClaimKey = ({ at, key }: Said) => `${versions[at]!.claim} ${key}`;
  const toPairKey = ({ one, other }: Pair) => [one, other].map(toClaimKey).sort().join(' ');
  return [...new Map(inOrder.toReversed().map((pair) => [toPairKey(pair), pair])).values()].reverse();
}

const rank = ({ one, other, isComparable }: Pair) =>
  (one.version.side === other.version.side ? 2 : 0) + (isComparable ? 0 : 1);
const earlier = ({ one, other }: Pair) => Math.min(one.at, other.at);
const later = ({ one, other }: Pair) => Math.max(one.at, other.at);

/** How two things differ that were said in one slot; undefined where both may be so. */
function compare(one: Said, other: Said, groups: Groups): Differing | undefined {
  const differs: Differing = { isComparable: true, gap: null };
  switch (one.slot.kind) {
    case 'figure':
      return compareFigures(one, other, groups);
    case 'date':
      return one.key.startsWith(other.key) || other.key.startsWith(one.key) ? undefined : differs;
    case 'perpetrator':
      return isDisjoint(one.version, other.version) ? differs : undefined;
    default:
      return one.key === other.key ? undefined : differs;
  }
}

/** Who names one more does not contradict: “Reef Front” and “Reef Front and smugglers”. */
const isDisjoint = (one: SaidByClaim, other: SaidByClaim) =>
  !one.perpetrators.some(({ key }) => other.perpetrators.some((each) => each.key === key));

/**
 * Ranges that do not meet, of the same people, or where one side does not say of whom. Where the other claim has a figure of the same
 * people it is that which is compared, not one of all or of others.
 */
function compareFigures(one: Said, other: Said, groups: Groups): Differing | undefined {
  const gap = findGap(one.range!, other.range!);
  if (one.group === other.group) return gap && { isComparable: true, gap };
  if (!gap || groups.has(toGroupKey(other, one)) || groups.has(toGroupKey(one, other))) return undefined;
  const isComparable = one.group === '' || other.group === '';
  return { isComparable, gap: isComparable ? gap : null };
}

function findGap(one: Range, other: Range): { from: number; to: number } | undefined {
  if (one.high < other.low) return { from: one.high, to: other.low };
  return other.high < one.low ? { from: other.high, to: one.low } : undefined;
}

function toConflict({ one, other, isComparable, gap }: Pair, versions: readonly Version[]): ClaimConflict {
  const toEnd = ({ at, says, ofWhom }: Said) => {
    const { side, claim, speakers } = versions[at]!;
    return { side, claim, says, ofWhom, by: speakers[0] ? speakerWords(speakers[0]) : '' };
  };
  const ends = { slot: one.slot, one: toEnd(one), other: toEnd(other), isComparable };
  return { ...ends, gap, question: conflictQuestion(ends), hint: conflictHint(ends) };
}
