/** What a format cannot carry, and what it keeps instead. */
export const lossMessages = {
  gapInOneRow: {
    what: 'an annotation of several parts',
    kept: 'the quote runs from its first part to its last; the parts stand in their own columns',
  },
  earlierValues: {
    what: 'values that stand for attributes of an earlier label',
    kept: 'the values of the label that it has now',
  },
} as const;

/** Whose annotations a dataset holds. */
export const whoseWords = {
  result: 'one result for each article',
  own: 'each annotator’s own annotations, side by side',
  settled: 'what was settled between annotators',
} as const;

type Card = {
  title: string;
  description: string;
  articles: number;
  outlets: [string, number][];
  labels: [string, number][];
  annotations: number;
  annotators: string[];
  whose: string;
  unchecked: number;
  linked: number;
  linkedByRule: number;
  links: 'all' | 'person';
  losses: [string, number][];
  unit: string;
  filter: string;
  licence: string;
  files: { name: string; sizeBytes: number; sha256: string | null }[];
  contentFingerprint: string;
  fingerprint: string;
  rows: number;
  date: string;
  version: string;
  isTable: boolean;
};

/** A name that is read from the right is set apart, or the number behind it would stand before it. */
const setApart = (name: string) => (/[\u0590-\u08ff\ufb1d-\ufefc]/u.test(name) ? `\u2068${name}\u2069` : name);

const counts = (pairs: [string, number][]) =>
  pairs.length === 0 ? 'none' : pairs.map(([name, n]) => `${setApart(name)} ${n}`).join(', ');

const linkWords = ({ linked, linkedByRule, links }: Pick<Card, 'linked' | 'linkedByRule' | 'links'>) =>
  links === 'all'
    ? `${linked} annotation${linked === 1 ? '' : 's'} linked, ${linkedByRule} of them by rule: a known name, which nobody confirmed`
    : `${linked} annotation${linked === 1 ? '' : 's'} linked by people; links by rule left out: ${linkedByRule}`;

/** The README.md of a dataset. The same corpus and choices give the same bytes. */
export const datasetCard = (card: Card) => `# ${card.title}

${card.description === '' ? 'News articles with hand-made annotations, exported by Galley.' : card.description}

| | |
| --- | --- |
| Articles | ${card.articles} |
| Outlets | ${counts(card.outlets)} |
| Annotations | ${card.annotations} (${counts(card.labels)}) |
| Whose | ${card.whose}; annotators: ${card.annotators.join(', ') || 'none'} |
| Checked | ${card.annotations - card.unchecked} checked, ${card.unchecked} unchecked |
| Entities | ${linkWords(card)} |
| Agreement | not computed |
| Chosen by | ${card.filter} |
| Left out | rejected annotations and suggestions |
| Lost in this format | ${counts(card.losses)} |
| Offset unit | ${card.unit} |
| Licence of the texts | ${card.licence === '' ? 'not stated; they belong to their outlets' : card.licence} |
| Corpus | SHA-256 of its contents ${card.contentFingerprint} |
| Journal | ${card.fingerprint} at row ${card.rows} |
| Date | ${card.date} (the newest change in the corpus) |
| Made with | Galley ${card.version} |

## Files

${card.files.map(({ name, sizeBytes, sha256 }) => `- \`${name}\`: ${sizeBytes} bytes${sha256 === null ? '' : `, SHA-256 ${sha256}`}`).join('\n')}
${
  card.isTable
    ? `
## Reading the table

\`annotations.csv\` is UTF-8 with commas. \`quote\` is the text from \`start\` to \`end\`; offsets count in
\`texts/<article>.txt\`, once in code points (as Python counts) and once in UTF-16 units (as JavaScript counts).
\`entity_link\` says whether a person or a rule linked the entity. \`attributes\` is JSON: values by name, a span with its article.
An annotation of several parts names them in \`parts_…\`. A cell that a spreadsheet would run as a formula (it begins
with = + - @, a tab or a return) has one apostrophe before it; take one away to have the original.
`
    : `
## Reading the file

Each line of \`articles.jsonl\` is one article. \`text[start:end]\` is \`quote\` in Python; offsets count Unicode code points.
\`entity_link\` says whether a person or a rule linked the entity. A span in \`attributes\` names its article, which may be another.
`
}`;
