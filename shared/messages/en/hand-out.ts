const count = (n: number, one: string) => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;

/** Words of packages that are handed out. */
export const handOutMessages = {
  copying: 'Copying articles',
  options: {
    for: 'who gets it; they are made known where they are not',
    out: 'the new file',
    blind: 'without what others tagged, and without counts',
  },
  written: (file: string, articles: number, annotations: number, person: string, isBlind: boolean) =>
    `${file}: ${count(articles, 'article')} for ${person}${isBlind ? ', blind' : ''}, with ${count(annotations, 'annotation')}. Take it in again with “galley merge”.`,
  outside: (n: number) =>
    `${count(n, 'reference')} to what is not in this package ${n === 1 ? 'was' : 'were'} left out; nothing of that is lost here.`,
} as const;
