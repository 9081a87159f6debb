/** Words that the article reader writes beside the text, and says of what is done in it. */
export const readerMessages = {
  nothingInFocus: 'No annotation is in focus: Tab goes to the next one.',
  nothingHere: 'Nothing is tagged at the caret.',
  nothingToAdd: 'Select the words that shall belong to the annotation too, or put the caret into one.',
  nothingToTake:
    'Select the words that shall not belong to it, or put the caret into one of several parts. Delete removes the annotation.',
  movingEnds: 'Moving the end: arrows; Tab for the next end; Enter sets it, Escape leaves it.',
  endsStay: 'The annotation stands where it stood.',
  /** What a screen reader says of a tag that is being saved. */
  draft: (label: string, quote: string) => `${label}: ${quote}`,
  /** What a screen reader says of a suggestion. */
  suggestion: (label: string, quote: string) => `suggestion, ${label}: ${quote}`,
  kinds: {
    title: 'title',
    byline: 'byline',
    dateline: 'dateline',
    heading: 'heading',
    paragraph: 'paragraph',
    'list item': 'list item',
    caption: 'caption',
    quote: 'quote',
    related: 'related',
    update: 'update',
    boilerplate: 'boilerplate',
    other: 'other',
  },
} as const;
