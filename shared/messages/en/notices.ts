/** What a person is told without having asked. */
/** `isInPart`: the others were kept. */
export const settingsSetAside = (path: string, isInPart: boolean) =>
  isInPart
    ? `Some settings could not be read and start afresh; the others are kept. The file as it was is “${path}”; your corpora are untouched.`
    : `The settings could not be read and were set aside as “${path}”. Galley started with fresh ones; your corpora are untouched.`;

/** Why a corpus could not be looked at, as the detail of another sentence. */
export const lookingFailed = {
  tooLong: 'looking at it took too long',
  died: 'looking at it failed',
} as const;

export const checkPassed = () => 'This corpus was not closed properly last time. It was checked and is sound.';
export const checkFailed = (file: string, problem: string) =>
  `“${file}” was not closed properly last time and is damaged (${problem}). It is open for reading only; nothing was changed. Open a backup to go on.`;
export const readingCopy = (file: string) =>
  `“${file}” lies where nothing can be written, so a private copy of it is being read. Copy it to a folder of yours to work on it.`;
export const readingBeside = (file: string, holder: string) =>
  `“${file}” is being written by another Galley (${holder}), so it is open here for reading only.`;
/** Who writes a corpus without Galley's lock. */
export const otherProgram = 'or another program';
export const unfinishedDiscarded = (count: number) =>
  count === 1
    ? 'An import that was cut off was taken back whole; nothing of it is in the corpus.'
    : `${count} imports that were cut off were taken back whole; nothing of them is in the corpus.`;
/** What kept rules would tag in articles that have just come. */
export const rulesOffer = (places: number, articles: number) =>
  `Kept rules would tag ${places} place${places === 1 ? '' : 's'} in ${articles === 1 ? 'the new article' : `${articles} of the new articles`}; they are among the suggestions there.`;

/** What whoever writes a dataset is told of articles that they tag blind still. */
export const datasetHoldsBlind = (n: number) =>
  `Of the articles in this dataset you tag ${n} blind. What others did there is in the files: do not read them before you are done.`;
/** And of a comparison. */
export const comparisonLeavesOut = (n: number) =>
  `You tag ${n} articles blind: they are left out of this comparison until all who tag them blind are done.`;
