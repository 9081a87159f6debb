import type { ArticleState } from '../../domain/article.ts';
import type { DealReport, WorkStage } from '../../domain/work.ts';
import { numberWords } from './ui.ts';

const articles = (n: number) => (n === 1 ? '1 article' : `${numberWords(n)} articles`);

/** Words of `galley assign` and `galley work`. */
export const workCommandMessages = {
  to: 'give the articles to these people',
  takeFrom: 'take the articles from these people',
  blind: 'without seeing what others tag; with --deal only those that several people get',
  deal: 'deal out the articles that are named or chosen: each to all, each to one evenly, or some of them to two (double)',
  share: 'with --deal double: how many percent of the articles two people tag',
  seed: 'with --deal: which of the ways to deal them out',
  again: 'with --deal: also articles that somebody has already',
  dryRun: 'with --deal: only say what would be given to whom',
  list: 'list the articles behind a number',
  of: 'only articles that this person has or began',
  outlet: 'only articles of this outlet',
  needPeople: 'Say whom the articles are for: --to NAME NAME….',
  badShare: 'Write a number from 0 to 100.',
  noOutlet: '(no outlet)',
  inAll: 'in all',
  columns: ['articles', 'given', 'waiting', 'tagging', 'done', 'in review', 'checked', 'by several', 'all done'],
  wouldGive: (report: DealReport) => `Would give ${given(report)} Nothing was written.`,
  given: (report: DealReport) => `Gave ${given(report)}`,
} as const;

function given({ articles: n, shared, leftOut, changed }: DealReport): string {
  const left =
    leftOut === 0 ? '' : ` ${articles(leftOut)} that somebody has already ${leftOut === 1 ? 'was' : 'were'} left out.`;
  return `${articles(n)}, ${numberWords(shared)} of them to several people: ${numberWords(changed)} new or changed.${left}`;
}

/** What a number of the work is called, as a head of a column. */
const stages: Readonly<Record<WorkStage, string>> = {
  articles: 'Articles',
  assigned: 'Given out',
  waiting: 'Waiting',
  tagging: 'Tagging',
  done: 'Done',
  inReview: 'In review',
  checked: 'Checked',
  shared: 'By several',
  sharedDone: 'All done',
  blind: 'Blind',
};

/** Words of the tab Work of Review. */
export const workMessages = {
  title: 'Work',
  /** What a job is at. */
  giving: 'Giving out articles',
  takingBack: 'Taking back what was given',
  stages,
  stageHints: {
    articles: 'Articles that the person has or began; of an outlet all',
    assigned: 'Articles that somebody was given',
    waiting: 'Nobody, or this person, has begun',
    tagging: 'Begun, and not said to be done',
    done: 'Said to be done',
    inReview: 'Somebody has begun to check it, or it was changed since it was settled',
    checked: 'All that counts is decided on',
    shared: 'Several people tag it, or have to',
    sharedDone: 'All who tag it are done',
    blind: 'Tagged without seeing what others did',
  } satisfies Record<WorkStage, string>,
  people: 'People',
  outlets: 'Outlets',
  person: 'Person',
  outlet: 'Outlet',
  progress: 'Progress',
  tags: 'Tags',
  reviews: 'Reviews',
  noOutlet: 'no known outlet',
  /** A number of a table, for whoever cannot see its row and column. */
  cell: (who: string, stage: string, n: number) => `${who}, ${stage.toLowerCase()}: ${numberWords(n)}`,
  bar: (done: number, checked: number, of: number) =>
    `${numberWords(done)} done, ${numberWords(checked)} checked, of ${numberWords(of)}`,
  you: 'you',
  /** Follows the name of whoever is. */
  atKeyboard: ' at the keyboard: change person',
  change: (name: string) => `Change ${name}…`,
  addPerson: 'Add a person…',
  giveOut: 'Give out articles…',
  stillBlind: (n: number) =>
    `You tag ${articles(n)} blind: what others did there, and what it adds to counts and comparisons, is hidden from you until all who tag ${n === 1 ? 'it' : 'them'} blind are done.`,
  showBlind: 'Show them',
  listName: 'Articles behind the number',
  /** Follows the name of whoever, or whatever outlet, the list is of. */
  ofStage: (stage: string) => `: ${stage.toLowerCase()}`,
  listCount: (n: number, shown: number) =>
    shown < n ? `the first ${numberWords(shown)} of ${articles(n)}` : articles(n),
  more: 'More',
  none: 'No article.',
  markDone: 'Mark as done',
  markTagging: 'Not done yet',
  mark: (does: string, title: string) => `${does}: ${title}`,
  states: {
    new: 'new',
    tagging: 'tagging',
    done: 'done',
    'in review': 'in review',
    checked: 'checked',
    changed: 'changed since settled',
  } satisfies Record<ArticleState, string>,
  closeList: 'Close the list',
  marks: { none: 'not begun', tagging: 'tagging', done: 'done' },
  blind: 'blind',

  personDialog: {
    add: 'Add a person',
    change: (name: string) => `Change ${name}`,
    name: 'Name',
    initials: 'Initials',
    initialsHint: 'Up to four letters; they stand where there is no room for the name.',
    colour: 'Colour',
    colours: ['none', 'blue', 'green', 'orange', 'brown', 'purple', 'petrol', 'olive', 'grey'],
    save: 'Save',
    addIt: 'Add',
    stays: 'Whoever is added stays in the journal; they can be renamed.',
  },

  switchDialog: {
    title: 'Who is at the keyboard?',
    menu: 'Change person…',
    intro: 'What is done from now on is theirs. What was done before stays who did it.',
    other: 'Somebody else',
    name: 'Name',
    use: 'Go on as this person',
    now: 'at the keyboard now',
  },

  deal: {
    title: 'Give out articles',
    which: 'Which articles',
    outlets: 'Outlets',
    allOutlets: 'All outlets',
    from: 'From',
    to: 'To',
    state: 'State',
    anyState: 'Any state',
    search: 'Holding the words',
    searchHint: 'As in Search; empty for all.',
    unassignedOnly: 'Only articles that nobody has yet',
    toWhom: 'To whom',
    how: 'How',
    modes: { all: 'Each to all of them', even: 'Each to one', double: 'Some to two' },
    modeHints: {
      all: 'Everybody tags every article.',
      even: 'Every article is tagged by one person; everybody gets as many, of each outlet.',
      double:
        'A share, the same of every outlet and month, is tagged by two people, so that agreement can be measured; the rest by one.',
    },
    share: 'Tagged by two, in percent',
    seed: 'Seed',
    seedHint: 'The same number draws the same articles again.',
    blind: 'Blind: who tags the same article does not see the others’ tags until all are done',
    preview: 'What this gives',
    previewOf: { outlet: 'Outlet', articles: 'Articles', shared: 'By several' },
    total: 'In all',
    leftOut: (n: number) => `${articles(n)} that somebody has already ${n === 1 ? 'is' : 'are'} left out.`,
    nothing: 'No article is meant.',
    noChange: 'All of this is given out already.',
    choosePeople: 'Choose whom the articles are for.',
    chooseTwo: 'Choose two people or more.',
    give: (n: number) => `Give out ${articles(n)}`,
    giveAny: 'Give out',
    working: 'Giving out',
    stopped: 'Stopped. Nobody was given anything.',
    done: (n: number) => `${articles(n)} given out. Undo takes all of it back.`,
    datePlaceholder: '2019-01-16',
    dateHint: 'A day, a month or a year: 2019-01-16, 2019-01 or 2019',
    ofThese: (n: number) => `(${numberWords(n)} shared)`,
  },
} as const;
