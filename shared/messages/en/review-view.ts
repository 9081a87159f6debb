/** Words of the view Review, and of its tabs. */
export const reviewViewMessages = {
  view: 'Review',
  tabList: 'Parts of Review',
  tabs: {
    check: 'Check',
    settle: 'Settle',
    decisions: 'Decisions on my work',
    agreement: 'Agreement',
    consistency: 'Consistency',
    work: 'Work',
  },
  emptyTitle: 'Nothing to review yet',
  empty: 'Import articles and tag them; then somebody else checks the tags here.',
} as const;
