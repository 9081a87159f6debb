import { tokenise } from './tokens.ts';

/** A name as it is looked up: its words, folded and joined by blanks, and the first of them. */
export type NameForm = { form: string; firstWord: string };

/** Undefined where it has no words, or more than `most`. */
export function toNameForm(written: string, most: number): NameForm | undefined {
  const words = tokenise(written);
  if (words.length === 0 || words.length > most) return undefined;
  return { form: words.map(({ token }) => token).join(' '), firstWord: words[0]!.token };
}

/** The Arabic article before a name: joined by a hyphen also as it is said before sun letters, as `foldForm` leaves it out. */
const latinArticle = /^(?:[ae](?:l|dh|th|sh|[dnrstz])[\p{Pd}−]|[ae]l\s)\s*(?=\p{L})/iu;
const arabicArticle = /^ال(?=\p{L}{3})/u;

/** The ways in which a name is looked up: as it is written and, where it begins with the Arabic article, without that. */
export function listWrittenForms(written: string): string[] {
  const bare = written.replace(latinArticle, '').replace(arabicArticle, '');
  return bare === written || bare === '' ? [written] : [written, bare];
}
