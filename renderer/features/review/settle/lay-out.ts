import type { Article } from '#shared/domain/article';
import { lineOf, type Label } from '#shared/domain/codebook';
import type { Adjudication } from '#shared/domain/settlement';
import type { Span } from '#shared/domain/span';
import { shortQuote } from '#shared/messages/en/ui';
import { listInvisible } from '#shared/text/invisible';
import { letterOf } from '#shared/text/label-letter';
import { assignSlots } from '../../../editor/assign-slots.ts';
import { describeBlocks, type BlockLook } from '../../../editor/block-look.ts';
import { listPairs, quoteOf, type Side } from './differences.ts';

/** How a tag is drawn: as equal to the other's, as differing from it, or as differing and settled. */
type Mark = 'equal' | 'differ' | 'settled';
type Sign = { letter: string; colour: string; line: string };

/** One person's tag over the text; `difference` is null where both have it. `slot` counts from the words outwards. */
export type DrawnTag = { uid: string; side: Side; sign: Sign; mark: Mark; difference: string | null; slot: number };

/** What stands in the margin; `sign` is null where one of the two tagged nothing. */
export type Card = { key: string; side: Side; sign: Sign | null; quote: string; mark: Mark; difference: string | null };

/** Words between two borders of tags. Unit: UTF-16 of the article's text. */
export type Run = Span & { tags: DrawnTag[]; cards: Card[]; invisible: { offset: number; name: string }[] };
export type LaidBlock = { start: number; look: BlockLook; runs: Run[]; cards: number; signature: string };

type Placed = { tag: DrawnTag; spans: readonly Span[]; quote: string };

/** Slots that have room beside a line; what lies deeper shares the last one. */
const LAST_SLOT = 2;

/** The text of an article cut at all borders of two people's tags, block by block. */
export function layOut(article: Article, adjudication: Adjudication, labels: readonly Label[]): LaidBlock[] {
  const { text, blocks, language } = article;
  const placed = placeTags(adjudication, labels);
  const cards = listCards(placed);
  const looks = describeBlocks(text, blocks, language);
  const pieces = blocks.map(() => [] as (Span & { tag: DrawnTag })[]);
  const begun = blocks.map(() => [] as { at: number; cards: Card[] }[]);
  for (const { tag, spans } of placed) {
    let isFirst = true;
    for (const span of spans)
      for (let n = findBlock(blocks, span.start); n < blocks.length && blocks[n]!.start < span.end; n += 1) {
        const start = Math.max(span.start, blocks[n]!.start);
        const end = Math.min(span.end, blocks[n]!.end);
        if (start >= end) continue;
        pieces[n]!.push({ start, end, tag });
        if (isFirst) begun[n]!.push({ at: start, cards: cards.get(tag.uid) ?? [] });
        isFirst = false;
      }
  }
  return blocks.map((block, n) => {
    const there = begun[n]!.sort((a, b) => a.at - b.at);
    const all = there.flatMap((each) => each.cards);
    return {
      start: block.start,
      look: looks[n]!,
      runs: cutRuns(text, block, pieces[n]!, there),
      cards: Math.max(...(['left', 'right'] as const).map((side) => all.filter((card) => card.side === side).length)),
      signature: pieces[n]!.map(({ start, end, tag }) => `${start}-${end} ${signatureOf(tag)}`).join(),
    };
  });
}

const signatureOf = ({ uid, sign, mark, slot }: DrawnTag) => `${uid} ${sign.letter} ${sign.colour} ${mark} ${slot}`;

function placeTags(adjudication: Adjudication, labels: readonly Label[]): Placed[] {
  const { annotations, agreed } = adjudication;
  const looks = new Map(labels.map((label) => [label.name, label]));
  const equal = new Set(agreed.flatMap(({ left, right }) => [left, right]));
  const differing = new Map(
    listPairs(adjudication).flatMap(({ difference, segment, left, right }) =>
      [left, right].flatMap((each) =>
        each
          ? [[each.uid, { difference: difference.uid, mark: segment === 'settled' ? 'settled' : 'differ' }] as const]
          : [],
      ),
    ),
  );
  return (['left', 'right'] as const).flatMap((side) => {
    const own = annotations[side];
    const slots = assignSlots(own.map(({ uid, spans }) => ({ uid, start: spans[0]!.start, end: spans.at(-1)!.end })));
    return own.map((annotation): Placed => {
      const { uid, label, spans } = annotation;
      const look = looks.get(label);
      const found = equal.has(uid) ? undefined : differing.get(uid);
      const sign = {
        letter: letterOf(look ?? { key: null, name: label }),
        colour: look?.colour ?? 'label-8',
        line: look?.line ?? lineOf('label-8'),
      };
      const slot = Math.min(slots.get(uid) ?? 0, LAST_SLOT);
      const tag = {
        uid,
        side,
        sign,
        mark: found?.mark ?? 'equal',
        difference: found?.difference ?? null,
        slot,
      } as const;
      return { tag, spans, quote: shortQuote(quoteOf(annotation)) };
    });
  });
}

/** By uid of the tag that they stand beside: its own, and, where the other tagged nothing, one that says so. */
function listCards(placed: readonly Placed[]): Map<string, Card[]> {
  const sides = new Map<string, Set<Side>>();
  for (const { tag } of placed)
    if (tag.difference !== null) sides.set(tag.difference, (sides.get(tag.difference) ?? new Set()).add(tag.side));
  return new Map(
    placed.map(({ tag: { uid, side, sign, mark, difference }, quote }) => {
      const own: Card = { key: uid, side, sign, quote, mark, difference };
      const isAlone = difference !== null && sides.get(difference)!.size === 1;
      const other: Card = {
        ...own,
        key: `${uid} other`,
        side: side === 'left' ? 'right' : 'left',
        sign: null,
        quote: '',
      };
      return [uid, isAlone ? [own, other] : [own]];
    }),
  );
}

/** Index of the first block that ends after an offset. */
function findBlock(blocks: readonly Span[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cutRuns(
  text: string,
  block: Span,
  pieces: readonly (Span & { tag: DrawnTag })[],
  begun: readonly { at: number; cards: Card[] }[],
): Run[] {
  const borders = new Set([block.start, block.end, ...pieces.flatMap(({ start, end }) => [start, end])]);
  const inOrder = [...borders].sort((a, b) => a - b);
  const starting = Map.groupBy(pieces, ({ start }) => start);
  const invisible = listInvisible(text.slice(block.start, block.end)).map(({ offset, name }) => ({
    offset: block.start + offset,
    name,
  }));
  let open: (Span & { tag: DrawnTag })[] = [];
  let card = 0;
  let next = 0;
  return inOrder.slice(0, -1).map((start, n) => {
    const end = inOrder[n + 1]!;
    open = [...open.filter((piece) => piece.end > start), ...(starting.get(start) ?? [])];
    const firstCard = card;
    while (card < begun.length && begun[card]!.at < end) card += 1;
    const firstInvisible = next;
    while (next < invisible.length && invisible[next]!.offset < end) next += 1;
    return {
      start,
      end,
      tags: open.map(({ tag }) => tag),
      cards: begun.slice(firstCard, card).flatMap((each) => each.cards),
      invisible: invisible.slice(firstInvisible, next),
    };
  });
}
