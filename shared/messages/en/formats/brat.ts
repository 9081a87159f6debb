/** What brat cannot carry, where it says more than its kind does. */
export const bratLosses = {
  lineBreaks: { what: 'tags of line breaks alone', kept: 'left out: a brat tag cannot hold a line break' },
  atLineEnds: {
    what: 'tags that begin, end or are parted at a line break',
    kept: 'without the line breaks at their ends; parts that only line breaks part are read back as one',
  },
  emptyValue: { what: 'values of white space alone', kept: 'left out' },
  value: {
    what: 'text with line breaks, tabs or white space at its ends',
    kept: 'on one line, each of these a blank; none at the ends',
  },
  name: { what: 'names with a “|” or a line break in them', kept: 'a blank stands in its place' },
} as const;

/** What of a brat file Galley has no place for. */
export const bratLeft = {
  event: 'event: its trigger is a tag, each of its roles a relation',
  noTrigger: 'event without a trigger that is there',
  noTarget: 'line about something that is not there',
  unreadable: 'line that brat could not read',
  idTwice: 'line with an id that stands there already',
  otherNote: 'note of a kind of its own',
  secondValue: 'further value of an attribute',
  ofRelation: 'attribute of a relation',
} as const;

export const bratRefusals = {
  noText: 'There is no text (.txt) of the same name beside it, nor one alone in a folder beside its own.',
  nothing: 'No line of it is in the standoff format of brat.',
} as const;

export const bratPlaces = {
  line: (n: number) => `line ${n}`,
  lineOf: (file: string, n: number) => `${file}, line ${n}`,
};

/** The first line of a `visual.conf` that says what names brat cannot have stand for. */
export const SHOWN_BY_GALLEY = '# Galley: what is written on the left is called as on the right.';
