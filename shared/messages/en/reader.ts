/** Words that the article reader writes beside the text. */
export const readerMessages = {
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
