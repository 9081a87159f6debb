import { toDateParts } from '../../domain/partial-date.ts';
import { clusterAround } from '../../text/graphemes.ts';

/** Words of the parts that every screen is made of. */
export const uiMessages = {
  close: 'Close',
  notices: 'Notices',
  notice: 'Notice',
  cancel: 'Cancel',
  loading: 'Reading…',
  textLost: (text: string, why: string) => `What you typed could not be saved; it said: “${text}”. ${why}`,
  saving: { typing: 'typing…', saving: 'saving…', saved: 'saved', failed: (why: string) => `not saved: ${why}` },
} as const;

const numbers = new Intl.NumberFormat('en-GB');
/** A number with its thousands set apart: "3,982". */
export const numberWords = (n: number) => numbers.format(n);

/** A date as exactly as it is known: "12 Mar 2024", "Mar 2024", "2024". */
export function dateWords(written: string): string {
  const { year, month, day } = toDateParts(written);
  return new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    ...(month !== null && { month: 'short' }),
    ...(day !== null && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** A moment in the reader's own time: the hour today, the day before that. */
export function momentWords(iso: string, now = new Date()): string {
  const at = new Date(iso);
  return at.toDateString() === now.toDateString()
    ? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
    : new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** "claim", "claims": a label's name for so many of it. */
export function labelWords(name: string, n: number): string {
  if (n === 1 || !/[a-z]$/i.test(name)) return name; // English endings go to words in Latin letters alone
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** A quote as far as it helps to tell it from others. `most`: of its characters; in UTF-16. */
export function shortQuote(quote: string, most = 60): string {
  const line = quote.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, clusterAround(line, most - 1).start).trimEnd()}…` : line;
}

/** The first letters of a name: "Sara N." is SN. */
export const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** A hash as far as a person compares it: "7f3a·91c2·e05d". */
export const hashWords = (hash: string, groups: number) =>
  Array.from({ length: groups }, (_, n) => hash.slice(n * 4, n * 4 + 4)).join('·');

/** A name within a sentence of ours: one that is written from right to left is set apart, so that what follows stays in its place. */
export const setApart = (name: string) => (/[\u0590-\u08ff\ufb1d-\ufefc]/u.test(name) ? `\u2068${name}\u2069` : name);
