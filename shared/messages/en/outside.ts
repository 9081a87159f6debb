import { numberWords, shortQuote } from './ui.ts';

const plural = (n: number, one: string) => `${numberWords(n)} ${one}${n === 1 ? '' : 's'}`;

/** Words, in a package that was handed out, of what is not in it. */
export const outsideMessages = {
  relations: (n: number) => `Not in this package: ${plural(n, 'relation')}.`,
  claims: (n: number) => `Not in this package: ${plural(n, 'claim')} of this event.`,
  /** Beside the number of claims that are; nothing where none is lacking. */
  claimsAside: (n = 0) => (n === 0 ? '' : `${numberWords(n)} not in this package`),
  /** Above columns of tables that say it. */
  column: 'not in this package',
  /** In such a column; nothing where none is lacking. */
  cell: (n: number, one: string) => (n === 0 ? '' : plural(n, one)),
  /** Of one annotation, in such a column; `isOfAny`: where only one kind of relation was asked for. */
  annotation: (relations: number, values: readonly { attribute: string; quote: string }[], isOfAny: boolean) =>
    [
      relations === 0 ? [] : `${plural(relations, 'relation')}${isOfAny ? ' of any kind' : ''}`,
      values.map(({ attribute, quote }) => `${attribute}: “${shortQuote(quote)}”`),
    ]
      .flat()
      .join('; '),
  mentions: (n: number) => `Not in this package: ${plural(n, 'mention')}.`,
  value: (attribute: string, quote: string) =>
    `${attribute}: “${shortQuote(quote)}”, in an article that is not in this package.`,
  /** Why nobody need worry. */
  kept: 'Counted when the package was made. All of it is there again once the package is merged.',
  history: 'What was done before this package was made is not in this package.',
  compare: (others: number | null) =>
    `${others === null ? 'Other articles' : plural(others, 'more article')} of the corpus ${others === 1 ? 'is' : 'are'} not in this package: what a side seems to leave out may stand there.`,
} as const;
