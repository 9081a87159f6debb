import { parseDateLine } from './date-lines.ts';
import type { PageBlock } from './page-blocks.ts';
import { isBoilerplate, isCaption, isClosingLine, isRelated, isUpdate } from './boilerplate.ts';
import { countWords, findDatelineAgency, isProse, isTitleLike, parseByline, toKey, toRule } from './line-shapes.ts';

/**
 * Where a page's articles begin, counted in blocks. `cuts` is `[0]` for a page that is one article. `markers` are the lines
 * that part the articles, furniture of the page; `marker` is the first of them, null where there are headlines alone.
 */
export type PageCut = { cuts: number[]; markers: number[]; marker: string | null };

export const WHOLE_PAGE: PageCut = { cuts: [0], markers: [], marker: null };
const parseTime = /^\s*(?:\d{1,2}[:.]\d{2}\b.{0,20}|.{0,12}\b\d{1,2}[:.]\d{2})\s*$/u;

/**
 * Finds the articles of a page by its structure (docs/import.md): lines that come back and close or open an article, drawn
 * rules, footers that come back, numbered headlines, or headlines with a byline or a date of their own. Knows no outlet and no page.
 */
export function cutPage(blocks: PageBlock[]): PageCut {
  const candidates = [...listByRecurringLines(blocks), cutByRules(blocks), cutByNumbers(blocks), cutByHeads(blocks)];
  const valid = candidates.filter((candidate) => candidate !== undefined && candidate.cuts.length > 1) as PageCut[];
  return valid.reduce((best, next) => (next.cuts.length > best.cuts.length ? next : best), WHOLE_PAGE);
}

type Shape = 'closing' | 'boilerplate' | 'other';

/**
 * What a line has in common with others of its kind: all of it, but for numbers; of "• Posted in Politics", "Tags: a, b" and
 * "LOCAL | Courts" what stands before the part that changes.
 */
function toFamily(text: string): string {
  const key = toKey(text);
  const words = countWords(text);
  if (isClosingLine(text)) return key.split(' ').slice(0, 2).join(' ');
  const label = /^(?<label>[^:|›»\n]{2,30}?)\s*[:|›»]\s*\S/u.exec(key)?.groups?.['label'];
  if (label !== undefined && words <= 14 && countWords(label) <= 3 && !isProse(text)) return `${label}:`;
  const isBulleted = /^\s*[•·▪►]\s/u.test(text);
  return isBulleted && words <= 8 ? `• ${key.split(' ').slice(0, 2).join(' ')}` : key;
}

/** Lines of one family in two places or more. */
function groupRecurring(blocks: PageBlock[]): { at: number[]; shape: Shape }[] {
  const groups = Map.groupBy(
    blocks.flatMap(({ text }, n) => (text.length > 1500 || isInArticle(text) ? [] : [{ n, family: toFamily(text) }])),
    ({ family }) => family,
  );
  return [...groups.values()]
    .filter((group) => group.length > 1 && group[0]!.family.length > 1)
    .map((group) => {
      const at = group.map(({ n }) => n);
      const { text } = blocks[at[0]!]!;
      return { at, shape: isClosingLine(text) ? 'closing' : isBoilerplate(text) ? 'boilerplate' : 'other' };
    });
}

/** Lines that come back inside one article as well: links, captions, the hours of a running report, advertisements. */
const isInArticle = (text: string) =>
  (isRelated(text) && !isBoilerplate(text)) ||
  isUpdate(text) ||
  isCaption(text) ||
  parseTime.test(text) ||
  toRule(text) !== undefined ||
  /^\s*(?:advert\w*|photos?|video|live|watch|q|a)\W*$/iu.test(text);

function* listByRecurringLines(blocks: PageBlock[]): Generator<PageCut | undefined> {
  const groups = groupRecurring(blocks);
  const ends = listFooterEnds(blocks, new Set(groups.flatMap(({ at }) => at)));
  const firstBody = blocks.findIndex(({ text }) => !isBoilerplate(text) && !toRule(text));
  for (const { at, shape } of groups) {
    const marker = blocks[at[0]!]!.text.trim();
    // a sentence that closes articles closes the last one too; one that comes again in the middle is an article's own lead
    const isSentence = shape === 'other' && isProse(marker);
    if (isSentence && (countWords(marker) > 40 || at.at(-1)! < blocks.length - 2)) continue;
    if (shape === 'other' && at[0]! <= firstBody) {
      yield checkCut(blocks, { places: at, markers: at, demand: 'headline', marker });
      continue;
    }
    const isFooter = shape === 'closing' || (shape === 'boilerplate' && at.some((n) => ends[n + 1]! > n + 1));
    const places = [0, ...at.map((n) => ends[n + 1]!)];
    yield checkCut(blocks, { places, markers: at, demand: isFooter ? 'any' : 'headline', marker });
  }
}

/** For each block the first one from there on that is no part of a footer: lines that come back or are the page's own words. */
function listFooterEnds(blocks: PageBlock[], recurring: Set<number>): number[] {
  const ends = Array<number>(blocks.length + 1).fill(blocks.length);
  for (let n = blocks.length - 1; n >= 0; n -= 1) {
    ends[n] = recurring.has(n) || isBoilerplate(blocks[n]!.text) ? ends[n + 1]! : n;
  }
  return ends;
}

/** Rules part articles only where what follows each looks like one: stars part the sections of one article too. */
function cutByRules(blocks: PageBlock[]): PageCut | undefined {
  const byKey = Map.groupBy(
    blocks.flatMap(({ text }, n) => (toRule(text) ? [n] : [])),
    (n) => blocks[n]!.text.replace(/\s/gu, '').slice(0, 1),
  );
  const found = [...byKey.values()].map((at) => {
    const marker = blocks[at[0]!]!.text.trim();
    const isHeavy = at.every((n) => toRule(blocks[n]!.text) === 'heavy');
    const places = [0, ...at.map((n) => n + 1)];
    const check = (demand: Demand) => checkCut(blocks, { places, markers: at, demand, marker });
    return isHeavy ? check('headline') : (check('signed') ?? check('long headline'));
  });
  return found.reduce((best, next) => ((next?.cuts.length ?? 0) > (best?.cuts.length ?? 0) ? next : best), undefined);
}

/** A page that begins with "1." and a headline, and goes on counting: nothing stands above that they were the points of. */
function cutByNumbers(blocks: PageBlock[]): PageCut | undefined {
  const first = blocks.findIndex(({ text }) => !isBoilerplate(text) && !toRule(text));
  const heads: number[] = [];
  for (const [n, { text }] of blocks.entries()) {
    if (n >= first && text.startsWith(`${heads.length + 1}. `) && isHeadline(blocks, n)) heads.push(n);
  }
  if (heads.length < 2 || heads[0] !== first) return undefined;
  return checkCut(blocks, { places: [0, ...heads.slice(1)], markers: [], demand: 'headline', marker: null });
}

/** Without any line between them: each headline has a byline, a date or an agency of its own. */
function cutByHeads(blocks: PageBlock[]): PageCut | undefined {
  const signed = blocks.flatMap((_, n) => (isSignedHead(blocks, n, blocks.length) ? [n] : []));
  const last = new Map(signed.map((n) => [toKey(blocks[n]!.text), n]));
  // a headline that comes again further down stood in a list of what is on the page
  const heads = signed.filter((n) => last.get(toKey(blocks[n]!.text)) === n);
  if (heads.length < 2) return undefined;
  const starts = heads.map((n) => (isKicker(blocks, n - 1) || isDatedAbove(blocks, n) ? n - 1 : n));
  const isAbove = ({ text }: PageBlock) => isBoilerplate(text) || countWords(text) <= 6 || last.has(toKey(text));
  if (!blocks.slice(0, starts[0]).every(isAbove)) return undefined;
  return checkCut(blocks, { places: [0, ...starts.slice(1)], markers: [], demand: 'signed', marker: null });
}

type Demand = 'any' | 'headline' | 'signed' | 'long headline';

/**
 * The cut, if what lies between its places are articles; pieces that are none join the one before.
 *
 * `any` (after a line that closes articles): a first line and some text. `headline`: every piece has a headline and prose.
 * `signed`: and half of them a byline, a date or an agency. `long headline`: each headline has six words or more, and none is
 * signed, as the first one alone is where they are the sections of one article. A last piece without text is the page's own end.
 */
function checkCut(
  blocks: PageBlock[],
  { places, markers, demand, marker }: { places: number[]; markers: number[]; demand: Demand; marker: string | null },
): PageCut | undefined {
  const starts = [...new Set(places)].filter((n) => n < blocks.length).sort((a, b) => a - b);
  const pieces = starts.map((start, i) => ({ start, end: starts[i + 1] ?? blocks.length }));
  const isArticle = (piece: { start: number; end: number }) =>
    demand === 'any' ? hasText(blocks, piece) : hasHeadlineAndProse(blocks, piece);
  const good = pieces.filter(isArticle);
  const tail = pieces.at(-1)!;
  const bad = pieces.filter((piece) => !good.includes(piece) && piece !== tail);
  if (good.length < 2 || bad.length > (demand === 'any' ? good.length / 4 : 0)) return undefined;
  if (demand !== 'any' && !good.includes(tail) && hasProse(blocks, tail)) return undefined;
  const heads = good.map(({ start, end }) => ({ n: skipFurniture(blocks, start, end), end }));
  const signed = heads.filter(({ n, end }) => isSignedHead(blocks, n, end)).length;
  if (demand === 'signed' && signed * 2 < good.length) return undefined;
  if (demand === 'long headline' && (signed > 0 || heads.some(({ n }) => countWords(blocks[n]!.text) < 6)))
    return undefined;
  const cuts = good.map(({ start }) => start);
  cuts[0] = 0;
  return { cuts, markers, marker };
}

type Piece = { start: number; end: number };

/** The first block that is neither the page's furniture, a rule nor a date. */
function skipFurniture(blocks: PageBlock[], start: number, end: number): number {
  let n = start;
  while (n < end - 1 && isFurnitureBefore(blocks, n)) n += 1;
  return n;
}

/** Nothing of an article: a rule, a date, furniture, or a line of a word or two right above a longer one. */
const isFurnitureBefore = (blocks: PageBlock[], n: number) => {
  const { text } = blocks[n]!;
  if (isBoilerplate(text) || toRule(text) || parseDateLine(text)) return true;
  const next = blocks[n + 1]!;
  return countWords(text) <= 3 && isTitleLike(next.text) && countWords(next.text) >= 4;
};

const listBody = (blocks: PageBlock[], { start, end }: Piece) =>
  blocks.slice(start, end).filter(({ text }) => !isBoilerplate(text) && !toRule(text));

function hasText(blocks: PageBlock[], piece: Piece): boolean {
  const [head, ...body] = listBody(blocks, piece);
  if (!head || body.length === 0) return false;
  const words = body.reduce((sum, { text }) => sum + countWords(text), 0);
  return head.text.length <= 300 && words >= 12 && body.some(({ text }) => isProse(text));
}

const hasProse = (blocks: PageBlock[], piece: Piece) => listBody(blocks, piece).some(({ text }) => isProse(text));

function hasHeadlineAndProse(blocks: PageBlock[], { start, end }: Piece): boolean {
  const n = skipFurniture(blocks, start, end);
  if (!isHeadline(blocks, n)) return false;
  const body = listBody(blocks, { start: n + 1, end });
  const words = body.reduce((sum, { text }) => sum + countWords(text), 0);
  return words >= 20 && body.some(({ text }) => isProse(text));
}

/** Long enough to be more than the heading of a section. */
const isHeadline = (blocks: PageBlock[], n: number) => {
  const { text } = blocks[n]!;
  return isTitleLike(text) && !isRelated(text) && !isUpdate(text) && (countWords(text) >= 4 || isUnspaced(text));
};
const isUnspaced = (text: string) =>
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}/u.test(text) && text.trim().length >= 8;

/** Two blocks behind the headline at most may say who and when; a picture's words may come between. */
function isSignedBy(blocks: PageBlock[], n: number): boolean {
  return blocks
    .slice(n + 1, n + 3)
    .some(({ text }, i, next) => (i === 0 || !isProse(next[0]!.text)) && (parseByline(text) || parseDateLine(text)));
}

const isDatedAbove = (blocks: PageBlock[], n: number) =>
  n > 0 && parseDateLine(blocks[n - 1]!.text) !== undefined && !isSignedBy(blocks, n);

/** "LOCAL | Courts" right above a headline, with nothing between: the section that an article stands in. */
function isKicker(blocks: PageBlock[], n: number): boolean {
  const [kicker, headline, body] = blocks.slice(Math.max(n, 0), n + 3);
  if (n < 0 || !kicker || !headline || !body) return false;
  const hasLook = /\s[|›»/]\s/u.test(kicker.text) && countWords(kicker.text) <= 5;
  return hasLook && headline.blanksBefore === 0 && body.blanksBefore > 0 && isHeadline(blocks, n + 1);
}

function isSignedHead(blocks: PageBlock[], n: number, end: number): boolean {
  if (n >= end - 1 || !isHeadline(blocks, n) || isBoilerplate(blocks[n]!.text)) return false;
  if (parseByline(blocks[n]!.text) || parseDateLine(blocks[n]!.text)) return false;
  const firstProse = blocks.slice(n + 1, Math.min(end, n + 4)).find(({ text }) => isProse(text));
  if (!firstProse) return false;
  return (
    isSignedBy(blocks, n) ||
    isDatedAbove(blocks, n) ||
    isKicker(blocks, n - 1) ||
    findDatelineAgency(firstProse.text) !== undefined
  );
}
