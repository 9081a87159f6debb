import type { BlockKind } from '#shared/domain/block';
import { readerMessages } from '#shared/messages/en/reader';
import { findDirection, type Direction } from '#shared/text/direction';
import type { Piece } from './split-blocks.ts';

/** How a block is set. `number` counts paragraphs from 1; `kindName` stands in the margin instead of a number. */
export type BlockLook = {
  tag: 'h1' | 'h2' | 'p';
  className: string;
  number: number | null;
  kindName: string | null;
  direction: Direction;
  language: string | null;
  /** A first guess at the block's height in pixels, until it has been laid out. */
  height: number;
};

const CHARACTERS_A_LINE = 70;

/** Kinds that are not counted and say in the margin what they are. */
const named: ReadonlySet<BlockKind> = new Set(['caption', 'related', 'update', 'boilerplate', 'other']);
const plain: ReadonlySet<BlockKind> = new Set(['title', 'byline', 'dateline', 'heading']);

type Shown = Pick<Piece, 'kind' | 'start' | 'end'> & Partial<Piece>;

/** How each block of an article, or piece of one, is set; `language` is the article's, a BCP 47 tag. */
export function describeBlocks(text: string, blocks: readonly Shown[], language: string | null): BlockLook[] {
  const direction = findDirection(text);
  let number = 0;
  let own = direction;
  return blocks.map(({ kind, start, end, isContinued = false }, index) => {
    const words = text.slice(start, end);
    const isCounted = !named.has(kind) && !plain.has(kind) && !isContinued;
    if (isCounted) number += 1;
    if (!isContinued) own = /\p{L}/u.test(words) ? findDirection(words) : direction;
    const goesOn = blocks[index + 1]?.isContinued ?? false;
    const lineHeight = named.has(kind) || kind === 'byline' || kind === 'dateline' ? 24 : own === 'rtl' ? 36 : 32;
    return {
      tag: kind === 'title' ? 'h1' : kind === 'heading' ? 'h2' : 'p',
      className: `b b-${kind.replace(' ', '-')}${goesOn ? ' goes-on' : ''}`,
      number: isCounted ? number : null,
      kindName: named.has(kind) && !isContinued ? readerMessages.kinds[kind] : null,
      direction: own,
      language: findLanguage(words, own, language),
      height: Math.ceil(words.length / CHARACTERS_A_LINE) * lineHeight + 12,
    };
  });
}

/** The language of a block: the article's where the scripts agree, else the one that its script is mostly used for. */
function findLanguage(words: string, direction: Direction, language: string | null): string | null {
  const isRightToLeft = language !== null && /^(?:ar|fa|ur|ps|ckb|sd|ug|he|yi|syr|dv)\b/.test(language);
  if ((direction === 'rtl') === isRightToLeft) return language;
  if (direction === 'ltr') return null;
  return /\p{Script=Arabic}/u.test(words) ? 'ar' : /\p{Script=Hebrew}/u.test(words) ? 'he' : null;
}
