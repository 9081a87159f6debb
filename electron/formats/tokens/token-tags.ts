import type { FoundAnnotation } from '../found.ts';
import type { PlacedTokens } from './read-offsets.ts';

/** A tag over tokens, counted from 0 within their document. Both ends are inclusive. */
export type TokenTag = { label: string; first: number; last: number };

/** Every way to begin, go on, end or stand alone: IOB1, IOB2, IOBES, BMES, BILOU. */
export const isTag = (tag: string) => /^(?:O|[BIMESLU]-\S.*)$/u.test(tag);

/** The tags of one sentence, in whichever of the schemes they are written. `from`: its first token. */
export function parseTags(tags: readonly string[], from: number): TokenTag[] {
  const found: TokenTag[] = [];
  let open: TokenTag | undefined;
  for (let n = 0; n < tags.length; n += 1) {
    const tag = tags[n]!;
    if (tag.startsWith('O')) {
      open = undefined;
      continue;
    }
    const [how, label] = [tag.charAt(0), tag.slice(2)];
    const goesOn = open && open.label === label && 'IMEL'.includes(how);
    if (goesOn) open!.last = from + n;
    else found.push((open = { label, first: from + n, last: from + n }));
    if ('ESLU'.includes(how)) open = undefined;
  }
  return found;
}

/** Tags as annotations of a text. Each takes the uid of its first token that has one which no other took before. */
export function toAnnotations(
  tags: readonly TokenTag[],
  { text, places, uids }: PlacedTokens,
  placeOf: (first: number) => string,
): FoundAnnotation[] {
  const taken = new Set<string>();
  return tags.map(({ label, first, last }, n) => {
    const uid = uids.slice(first, last + 1).find((each) => each !== null && !taken.has(each)) ?? null;
    if (uid !== null) taken.add(uid);
    const [start, end] = [places[first]!.start, places[last]!.end];
    return {
      id: uid ?? String(n),
      uid,
      label,
      spans: [{ start, end, quote: text.slice(start, end) }],
      entity: null,
      attributes: {},
      annotator: null,
      state: null,
      note: '',
      place: placeOf(first),
    };
  });
}
