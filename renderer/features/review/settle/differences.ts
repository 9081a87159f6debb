import type { Annotation } from '#shared/domain/annotation';
import { isSettled, type Adjudication, type Difference } from '#shared/domain/settlement';
import { valueWords } from '#shared/messages/en/codebook';
import { settleGroups, settleMessages as words } from '#shared/messages/en/settle';
import { shortQuote } from '#shared/messages/en/ui';

export type Side = 'left' | 'right';
export type Segment = 'open' | 'unsure' | 'settled';
export type Group = keyof typeof settleGroups;

/** A difference with the two tags that it is between. */
export type Pair = {
  difference: Difference;
  left: Annotation | null;
  right: Annotation | null;
  group: Group;
  segment: Segment;
};

export const groups = Object.keys(settleGroups) as Group[];

/** Its words; parts of one with gaps stand apart. */
export const quoteOf = ({ spans }: Annotation) => spans.map(({ quote }) => quote).join(' … ');

/** The letter that stands for a label where there is no room for its name. */

/** What was decided on tags that have changed since is to be decided again. */
export function segmentOf(difference: Difference): Segment {
  if (isSettled(difference)) return 'settled';
  const { settlement } = difference;
  return settlement?.decision === 'unsure' && !settlement.isOutdated ? 'unsure' : 'open';
}

const groupOf = ({ kind }: Difference): Group => (kind === 'only-left' || kind === 'only-right' ? 'only' : kind);

/** The differences of an article in the order of the queue: by what differs, then as they are read. */
export function listPairs({ differences, annotations }: Adjudication): Pair[] {
  const known = new Map([...annotations.left, ...annotations.right].map((each) => [each.uid, each]));
  const find = (uid: Difference['left']) => (uid === null ? null : (known.get(uid) ?? null));
  const pairs = differences.map((difference) => ({
    difference,
    left: find(difference.left),
    right: find(difference.right),
    group: groupOf(difference),
    segment: segmentOf(difference),
  }));
  return groups.flatMap((group) => pairs.filter((pair) => pair.group === group));
}

/** What is asked about: the longer of the two quotes. */
export function wordsOf({ left, right }: Pair): string {
  const [one, other] = [left, right].map((each) => (each ? quoteOf(each) : ''));
  return shortQuote(one!.length >= other!.length ? one! : other!);
}

/** The attributes in which two tags differ, each with what one of them has; all of them where the other is not there. */
function attributesOf(one: Annotation, other: Annotation | null): string {
  const names = [...new Set([...Object.keys(one.attributes), ...Object.keys(other?.attributes ?? {})])];
  const says = (annotation: Annotation | null, name: string) => {
    const value = annotation?.attributes[name];
    return value === undefined ? words.unsaid : valueWords(value);
  };
  return names
    .filter((name) => says(one, name) !== says(other, name))
    .map((name) => `${name} ${shortQuote(says(one, name))}`)
    .join(', ');
}

/** What one of the two says, in a few words: that in which they differ. */
export function answerOf({ difference, left, right }: Pair, side: Side): string {
  const [own, other] = side === 'left' ? [left, right] : [right, left];
  if (!own) return words.nothing;
  switch (difference.kind) {
    case 'label':
    case 'only-left':
    case 'only-right':
      return own.label;
    case 'boundary':
      return `“${shortQuote(quoteOf(own))}”`;
    case 'entity':
      return own.entity ?? words.noEntity;
    case 'attributes':
      return attributesOf(own, other);
  }
}

/** What the queue says below a difference's words. */
export function describePair(pair: Pair, names: Record<Side, string>): string {
  if (pair.group === 'only') return words.only(names[pair.left ? 'left' : 'right']);
  return words.either(answerOf(pair, 'left'), answerOf(pair, 'right'));
}

/** The question that a difference puts. */
export function questionOf(pair: Pair, names: Record<Side, string>): string {
  const there = pair.left ?? pair.right;
  return words.question(pair.difference.kind, wordsOf(pair), names[pair.left ? 'left' : 'right'], there?.label ?? '');
}

/** The next one that is open after one in the queue, round it; those in `except` are being decided. */
export function findNext(pairs: readonly Pair[], from: string, except: ReadonlySet<string>): Pair | undefined {
  const at = pairs.findIndex(({ difference }) => difference.uid === from);
  return [...pairs.slice(at + 1), ...pairs.slice(0, Math.max(0, at))].find(
    ({ difference, segment }) => segment === 'open' && !except.has(difference.uid),
  );
}
