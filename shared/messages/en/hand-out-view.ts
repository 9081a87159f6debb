import type { PackageNote } from '../../domain/corpus.ts';
import type { HandedOut } from '../../domain/hand-out.ts';
import { numberWords, setApart } from './ui.ts';

const plural = (n: number, one: string) => `${numberWords(n)} ${one}${n === 1 ? '' : 's'}`;

/** Words of the screen that makes a package of articles for somebody, and of the window of such a package. */
export const handOutViewMessages = {
  menu: 'Hand out a package…',
  title: 'Hand out a package',
  what: 'Articles for somebody who works on another computer: a corpus of its own, with the codebook and the entities, to be sent as a file. When it comes back, merge it.',
  person: 'For whom',
  personHint: 'Somebody of this corpus, or a new name.',
  articles: 'Articles',
  search: 'Search',
  count: (n: number) => (n === 0 ? 'No article is meant.' : `${plural(n, 'article')} go along.`),
  blind: 'Blind: without what others tagged',
  blindHint:
    'Nobody’s tags go along but their own, and entities come without counts, so that two people’s tags can be compared.',
  openHint: 'All that was tagged in these articles goes along.',
  name: 'File name',
  own: 'It is written into your folder Galley in Documents.',
  folderChosen: 'It is written into the folder that you chose.',
  otherFolder: 'Another folder…',
  chooseFolder: 'Folder for the package',
  chooseThis: 'This folder',
  start: 'Hand out',
  startOf: (n: number) => `Hand out ${plural(n, 'article')}`,
  suggested: (corpus: string, person: string) => (person === '' ? corpus : `${corpus} for ${person}`),
  working: 'Making the package',
  written: ({ file, for: person, articles, annotations, isBlind }: HandedOut) =>
    `${setApart(file)} is there: ${plural(articles, 'article')} for ${setApart(person)}${isBlind ? ', blind' : ''}, with ${plural(annotations, 'tag')}.`,
  writtenHint: 'Send the file. The articles are given to them here, too; merge the file when it comes back.',
  outside: (n: number) =>
    `${plural(n, 'reference')} to what is not in this package ${n === 1 ? 'was' : 'were'} left out of it; nothing of that is lost here.`,
  whole: 'Nothing in it refers to what is not in it.',
  size: 'Size',
  journal: 'Journal',
  another: 'Another package',
  close: 'Close',
  /** Of the window of a package. */
  note: ({ for: person, articles, isBlind }: PackageNote) =>
    `Package for ${setApart(person)}: ${plural(articles, 'article')}${isBlind ? ', blind' : ''}`,
  noteHint:
    'A part of a corpus. Other articles, and what refers to them, are not in this package. Send the file back to be merged.',
} as const;
