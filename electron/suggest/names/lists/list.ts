/** The words of a list that is written with blanks and line breaks between them. */
export const toWords = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

/** The names of a list that is written with commas or line breaks between them; names may hold blanks. */
export const toNames = (list: string): readonly string[] =>
  list
    .split(/[,\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
