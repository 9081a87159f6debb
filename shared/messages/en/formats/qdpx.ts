/** What a QDA project cannot carry, where it says more than its kind does. */
export const qdpxLosses = {
  gap: {
    what: 'tags of several parts',
    kept: 'other programs see a selection for each part; Galley knows that they are one by a line in their descriptions',
  },
} as const;

/** What of a QDA project Galley has no place for. */
export const qdpxLeft = {
  uncoded: 'selection without a code',
  richText: 'rich text of a source, beside its plain text',
  section: (name: string) => `<${name}>: of the project as a whole`,
  link: 'link to something that is no tag',
  selection: (name: string) => `<${name}>: on a page, a picture or a recording`,
};

export const qdpxRefusals = {
  noProject: 'There is no project (.qde) in it.',
  notProject: 'It is no project of REFI-QDA: it does not begin with Project in its namespace.',
  notText: (name: string, kind: string) => `“${name}” is no text (${kind}).`,
  fromNowhere: (name: string) => `The link “${name}” leads from something that is no tag.`,
  noText: (name: string, path: string) => `The text of “${name}” is not in it (${path}).`,
};
