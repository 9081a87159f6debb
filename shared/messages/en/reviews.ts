const dependents: Readonly<Record<string, string>> = {
  annotation: 'a correction',
  relation: 'a relation',
  review: 'a review',
  review_comment: 'a comment',
};

/** Something that stands on an annotation, and whose it is. */
export const dependentWords = (kind: string, name: string) => `${dependents[kind] ?? kind} by ${name}`;

/** Asked before an annotation goes on which other people's work stands. */
export const inUseMessages = {
  title: 'Remove together?',
  leave: 'Leave as it is',
  together: 'Remove all of it',
} as const;
