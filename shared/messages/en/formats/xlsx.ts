/** Names of the sheets of a workbook, of their columns, and what a cell cannot hold. */
export const xlsxMessages = {
  sheets: { articles: 'Articles', tags: 'Tags', entities: 'Entities', relations: 'Relations' },
  columns: {
    articles: ['Article', 'Outlet', 'Title', 'Date', 'Language', 'Address', 'Tags', 'SHA-256'],
    tags: [
      'Tag',
      'Article',
      'Outlet',
      'Title',
      'Date',
      'Label',
      'Words',
      'Before',
      'After',
      'From (character)',
      'To (character)',
      'Entity',
      'Attributes',
      'By',
      'Checked',
      'Note',
    ],
    entities: ['Id', 'Entity', 'Label', 'Kind', 'Other names', 'Description', 'Latitude', 'Longitude', 'Elsewhere'],
    relations: ['Relation', 'Kind', 'From', 'To', 'From article', 'To article', 'By', 'Checked', 'Note'],
  },
  gapInOneRow: {
    what: 'tags of several parts',
    kept: 'their words with “…” between the parts; from the first part to the last',
  },
  text: { what: 'texts of articles', kept: 'the words around each tag' },
  long: { what: 'cells of more than 32,767 characters', kept: 'their beginning, with “…” behind it' },
} as const;
