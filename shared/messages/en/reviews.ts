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

/** Words of the reviews of an annotation in the Inspector. */
export const reviewMessages = {
  section: 'Review',
  decide: 'Your decision',
  decisions: { accepted: 'accepted', corrected: 'corrected', rejected: 'rejected', unsure: 'unsure' },
  accept: 'Accept',
  correct: 'Correct…',
  reject: 'Reject',
  unsure: 'Unsure',
  reason: 'Reason',
  reasonHint: 'Enter sends it, Esc gives it up',
  label: 'Corrected label',
  entity: 'Corrected entity',
  entityHint: 'as it is',
  useSelected: 'Use the selected words',
  words: (start: number, end: number) => `characters ${start.toLocaleString('en')}–${end.toLocaleString('en')}`,
  nothingSelected: 'Select the right words in the text first.',
  send: { corrected: 'Correct it', rejected: 'Reject it', unsure: 'Leave it open' },
  giveUp: 'Give it up',
  takeBack: 'Take back',
  none: 'Nobody has looked at it yet.',
  comment: (name: string) => `Say something about the review by ${name}`,
  commentHint: 'Answer…',
  by: (checker: string, decision: string) => `${checker}: ${decision}`,
  done: (decision: string, label: string, quote: string) => `${label} “${quote}” ${decision}`,
  takenBack: 'Your review is taken back.',
  own: 'That is your own: another person’s work is reviewed.',
} as const;
