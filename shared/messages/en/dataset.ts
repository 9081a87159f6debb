import type { Coefficient } from '../../domain/agreement.ts';
import type { CheckedBy, DatasetSplit, FormatName, OffsetUnit } from '../../domain/dataset.ts';
import { datasetMessages } from './dataset-view.ts';
import { setApart } from './ui.ts';

/** Whose annotations a dataset holds. */
export const whoseWords = {
  result: 'one result for each article',
  own: 'each annotator’s own annotations, side by side',
  settled: 'what was settled between annotators',
} as const;

/** An annotator whose name does not go along. */
export const annotatorNumber = (n: number) => `annotator ${n}`;

/** What offsets count. */
const unitWords: Record<OffsetUnit, string> = {
  utf16: 'UTF-16 code units, half-open',
  codepoint: 'Unicode code points, half-open',
  grapheme: 'grapheme clusters, half-open',
  byte: 'bytes of UTF-8, half-open',
};

/** How far people agree on one label, or on several that exclude one another. */
export type AgreementFigures = {
  name: string;
  coders: number;
  articles: number;
  uAlpha: Coefficient;
  f1: Coefficient;
  kappa: Coefficient;
};

/** What counts as checked. */
const checkedByWords: Record<CheckedBy, string> = {
  one: 'accepted or corrected by one other person',
  two: 'accepted by two other people, corrected by one and accepted by another, or settled between people',
  adjudicated: 'settled between people who tagged the article apart',
};

type Card = {
  title: string;
  description: string;
  articles: number;
  outlets: [string, number][];
  labels: [string, number][];
  annotations: number;
  annotators: string[];
  whose: string;
  checked: number;
  checkedBy: CheckedBy;
  checkedOnly: boolean;
  /** Articles that were settled between people, and how many of them were changed since. */
  settled: { articles: number; changed: number };
  agreement: AgreementFigures[] | null;
  linked: number;
  linkedByRule: number;
  links: 'all' | 'person';
  losses: [string, number][];
  format: FormatName;
  unit: OffsetUnit | null;
  text: 'whole' | 'hash';
  relations: number;
  split: (DatasetSplit & { articles: [string, number][] }) | null;
  filter: string;
  licence: string;
  files: { name: string; sizeBytes: number; sha256: string | null }[];
  contentFingerprint: string | null;
  fingerprint: string;
  rows: number;
  date: string;
  version: string;
};

const counts = (pairs: [string, number][]) =>
  pairs.length === 0 ? 'none' : pairs.map(([name, n]) => `${setApart(name)} ${n}`).join(', ');

const linkWords = ({ linked, linkedByRule, links }: Pick<Card, 'linked' | 'linkedByRule' | 'links'>) =>
  links === 'all'
    ? `${linked} annotation${linked === 1 ? '' : 's'} linked, ${linkedByRule} of them by rule: a known name, which nobody confirmed`
    : `${linked} annotation${linked === 1 ? '' : 's'} linked by people; links by rule left out: ${linkedByRule}`;

const checkedWords = ({ checked, annotations, checkedBy, checkedOnly }: Card) =>
  `${checkedOnly ? 'all' : `${checked} of ${annotations}`} (${checkedByWords[checkedBy]})${checkedOnly ? '; the others are left out' : ''}`;

const settledWords = ({ articles, changed }: Card['settled']) =>
  articles === 0
    ? 'no article between people'
    : `${articles} article${articles === 1 ? '' : 's'} between people; ${changed === 0 ? 'none' : changed} of them changed by its annotators since, and not settled anew`;

const figureWords = (name: string, { value, low, high, undefinedBecause }: Coefficient) =>
  value === null
    ? `${name} undefined (${undefinedBecause ?? ''})`
    : `${name} ${value.toFixed(2)}${low === null || high === null ? '' : ` (95 % ${low.toFixed(2)} to ${high.toFixed(2)})`}`;

function agreementWordsOf(figures: AgreementFigures[] | null): string {
  if (figures === null) return '(worked out when the dataset is written)';
  const [first] = figures;
  if (!first) return 'undefined: no article was finished by two people';
  const rows = figures.map(
    ({ name, uAlpha, f1, kappa }) =>
      `${setApart(name)}: ${[figureWords('uα', uAlpha), figureWords('exact F1', f1), figureWords('κ', kappa)].join(', ')}`,
  );
  return `${first.coders} people, ${first.articles} article${first.articles === 1 ? '' : 's'} that all of them finished; ${rows.join('; ')}`;
}

const splitWords = ({ shares, seed, articles }: NonNullable<Card['split']>) =>
  `${articles.map(([part, n]) => `${part} ${n}`).join(', ')} articles, dealt out as ${shares.train}, ${shares.dev}, ${shares.test} by outlet; near copies stay together; seed ${seed}`;

/** How to read what was written; a format that is described elsewhere says where. */
function readingWords(format: FormatName): string {
  if (format === 'jsonl')
    return `
## Reading the file

Each line of \`articles.jsonl\` is one article. \`text[start:end]\` is \`quote\` in Python; offsets count Unicode code points.
\`entity_link\` says whether a person or a rule linked the entity. A span in \`attributes\` names its article, which may be another.
Beside it: \`codebook.json\`, and \`entities.jsonl\` and \`event-cards.jsonl\` where there are any.
`;
  if (format === 'hugging-face')
    return `
## Reading the files

\`datasets.load_dataset\` reads this folder as it is. Each row is one article; \`text[start:end]\` is \`quote\` in Python where
\`unit\` is \`codepoint\`. \`attributes\` and \`kept\` are JSON, as each label has attributes of its own.
`;
  if (format === 'claimreview')
    return `
## Publishing

\`claim-reviews.json\` can be put into a page as \`<script type="application/ld+json">\`. \`url\` is to be the page's own address: put it
in the place of \`urn:uuid:…\`. Verdicts are refuted (1), contested (2) and confirmed (3).
`;
  if (format !== 'csv' && format !== 'tsv') return '';
  return `
## Reading the table

\`annotations.${format}\` is UTF-8 with ${format === 'csv' ? 'commas' : 'tabs'}. \`quote\` is the text from \`start\` to \`end\`; offsets count in
the column \`text\` of \`articles.${format}\`, once in code points (as Python counts) and once in UTF-16 units (as JavaScript counts).
\`entity_link\` says whether a person or a rule linked the entity. \`attributes\` is JSON: values by name, a span with its article.
An annotation of several parts names them in \`parts_…\`. A cell that a spreadsheet would run as a formula (it begins
with = + - @, a tab or a return) has one apostrophe before it, a text as well; take one away to have the original.
Beside it: \`relations.${format}\` and \`entities.${format}\` where there are any.
`;
}

/** The README.md of a dataset. The same corpus and choices give the same bytes. */
export const datasetCard = (card: Card) => `# ${card.title}

${card.description === '' ? 'News articles with hand-made annotations, exported by Galley.' : card.description}

| | |
| --- | --- |
| Articles | ${card.articles} |
| Outlets | ${counts(card.outlets)} |
| Annotations | ${card.annotations} (${counts(card.labels)}) |
| Relations | ${card.relations} |
| Whose | ${card.whose}; annotators: ${card.annotators.join(', ') || 'none'} |
| Checked | ${checkedWords(card)} |
| Settled | ${settledWords(card.settled)} |
| Entities | ${linkWords(card)} |
| Agreement | ${agreementWordsOf(card.agreement)} |
| Chosen by | ${card.filter} |
| Left out | rejected annotations and suggestions |
| Lost in this format | ${counts(card.losses)} |
| Format | ${datasetMessages.formats[card.format].name} |
| Offset unit | ${card.format === 'csv' || card.format === 'tsv' ? 'Unicode code points and UTF-16 code units, half-open' : card.format === 'claimreview' ? 'none: words only' : card.unit === null ? 'tokens' : unitWords[card.unit]} |
| Texts | ${card.text === 'whole' ? 'whole' : 'not in it: their SHA-256, and the words of what is tagged'} |
| Split | ${card.split === null ? 'none' : splitWords(card.split)} |
| Licence of the texts | ${card.licence === '' ? 'not stated; they belong to their outlets' : card.licence} |
| Corpus | SHA-256 of its contents ${card.contentFingerprint ?? '(worked out when the dataset is written)'} |
| Journal | ${card.fingerprint} at row ${card.rows} |
| Date | ${card.date} (the newest change in the corpus) |
| Made with | Galley ${card.version} |

## Files

${card.files.map(({ name, sizeBytes, sha256 }) => `- \`${name}\`: ${sizeBytes} bytes${sha256 === null ? '' : `, SHA-256 ${sha256}`}`).join('\n')}
${readingWords(card.format)}`;
