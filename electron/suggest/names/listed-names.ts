import { tokenise, type Token } from '#shared/text/tokens';
import type { Span } from '#shared/domain/span';
import { FormIndex } from './form-index.ts';
import { organisations } from './lists/organisations.ts';
import { powers, worldRegions } from './lists/states.ts';
import { isWrittenAlike } from './written.ts';

/** What a name of our own lists is: a state or its seat; a part of the world; a body, medium or movement. */
export type ListedKind = 'power' | 'region' | 'organisation';

/** A name of our lists that stands in a text. */
export type ListedName = Span & { kind: ListedKind };

type Entry = { written: string; kind: ListedKind };

let made: FormIndex<Entry> | undefined;

function getIndex(): FormIndex<Entry> {
  if (made) return made;
  made = new FormIndex<Entry>();
  const lists: readonly [ListedKind, readonly string[]][] = [
    ['organisation', organisations],
    ['power', powers],
    ['region', worldRegions],
  ];
  for (const [kind, names] of lists) for (const written of names) made.add(toForm(written), { written, kind });
  return made;
}

/** The tokens of a name joined by blanks: equal for all its spellings by case, accent, hyphen and apostrophe. */
export const toForm = (name: string) =>
  tokenise(name)
    .map(({ token }) => token)
    .join(' ');

/** States, seats of government, parts of the world and well-known bodies in a text, each the longest at its place. */
export function findListedNames(text: string, tokens: readonly Token[]): ListedName[] {
  return getIndex()
    .find(text, tokens, ({ written }, { start, end }) => isWrittenAlike(text.slice(start, end), written))
    .map(({ start, end, values }) => ({ start, end, kind: values[0]!.kind }));
}
