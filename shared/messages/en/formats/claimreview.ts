/** What a ClaimReview says of a claim, and what of a dataset it leaves out. */
export const claimReviewMessages = {
  /** By what the verdict is: the words that a search engine shows. */
  ratings: { refuted: 'Refuted', contested: 'Contested', confirmed: 'Confirmed' },
  notAClaim: {
    what: 'tags that are no claims with a verdict',
    kept: 'left out; only claims that are confirmed, contested or refuted are rated',
  },
  noRating: {
    what: 'claims whose verdict is no rating',
    kept: 'left out; “unchecked” and “cannot be checked” say neither that a claim is true nor that it is false',
  },
  shortened: {
    what: 'claims of more than 75 characters',
    kept: 'shortened in “claimReviewed”; whole in the text of what is reviewed',
  },
  attribute: {
    what: 'values of attributes other than verdict, attribution and evidence',
    kept: 'left out',
  },
} as const;
