import type { BothSides, SideName } from '#shared/domain/comparison';
import { ArticleFilter } from '#shared/domain/filter';
import { KeynessInput, WordLinesInput, type KeynessRow } from '#shared/domain/keyness';
import { MentionLinesInput } from '#shared/domain/mention-line';
import { NamingInput, type EntityNaming } from '#shared/domain/naming';
import type { Source } from '#shared/domain/sources';
import { listArticles } from '../../electron/corpus/repositories/article-repository.ts';
import { compareClaims } from '../../electron/services/compare/claims.ts';
import { openComparison, openSides } from '../../electron/services/compare/comparison.ts';
import { listMentionLines } from '../../electron/services/compare/list-mention-lines.ts';
import { listWordLines } from '../../electron/services/compare/list-word-lines.ts';
import { compareNaming } from '../../electron/services/compare/naming.ts';
import { compareSources } from '../../electron/services/compare/sources.ts';
import { compareWords } from '../../electron/services/compare/words.ts';
import { noJob, type TestCorpus } from '../helpers/corpus.ts';
import { importWithEntities, takeAll } from './compare-corpus.ts';
import { isThere, whereIs } from './tagged-corpus.ts';

/** Outlets as FA-KES names them. */
const PAIRS: readonly BothSides<string>[] = [
  { a: 'sana', b: 'etilaf' },
  { a: 'manar', b: 'arabiya' },
];
/** Rows of either side: of words, of what is said of entities, of sources and verbs. */
const [ROWS, ENTITIES, SOURCES] = [10, 6, 5];
/** Other people's text: so many words of it stand on either side of what is shown. */
const WORDS = 4;

type Sides = BothSides<ArticleFilter>;
const SIDES = ['a', 'b'] as const satisfies readonly SideName[];

function printTable(heads: string[], rows: (string | number)[][]): void {
  const isOfNumbers = (column: number) => rows.every((cells) => /^[-–\d.% ]+$/u.test(String(cells[column])));
  const rules = heads.map((_, column) => (isOfNumbers(column) ? '---:' : '---'));
  console.log(`${[heads, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
}
const toDigits = (figure: number | null, digits = 1) => figure?.toFixed(digits) ?? '–';
const toPercent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(0)} %`);

async function printPair(made: TestCorpus, { a, b }: BothSides<string>): Promise<void> {
  const sides = { a: { outlets: [a] }, b: { outlets: [b] } };
  console.log(`### ${a} (A) against ${b} (B)\n`);
  await printKeyness(made, sides, 'words', ROWS);
  await printNaming(made, sides);
  await printKeyness(made, sides, 'entities', ENTITIES);
  await printLabels(made, sides);
  await printSpeakers(made, sides);
}

/** What either side has more of, by LRC. */
async function printKeyness(made: TestCorpus, sides: Sides, of: 'words' | 'entities', rows: number): Promise<void> {
  const found = await compareWords(made.corpus.read, KeynessInput.parse({ ...sides, of, limit: 1 }), noJob);
  const { size: n1 } = found.sides.a;
  const { size: n2 } = found.sides.b;
  const base = of === 'words' ? 'tokens' : 'mentions';
  console.log(
    `${n1} and ${n2} ${base}; ${found.tested} ${of} tested, ${found.matching} in at least ${found.minArticles} articles.\n`,
  );
  const lrc = ({ figures }: KeynessRow) => figures?.lrc ?? 0;
  for (const [side, own] of [
    ['a', found.keyRows.filter((row) => lrc(row) > 0)],
    ['b', found.keyRows.filter((row) => lrc(row) < 0).reverse()],
  ] as const) {
    const cells = own.slice(0, rows).map(async (row) => {
      const figures = [row.figures!.lrc, row.figures!.logRatio, row.figures!.g2].map((figure) => toDigits(figure));
      const line =
        of === 'words' ? await readWordLine(made, sides, side, row.key) : await readLine(made, sides, side, row.key);
      return [row.name, row.a.count, row.b.count, ...figures, row[side].articles, line];
    });
    printTable(
      [of === 'words' ? 'word' : 'entity', 'A', 'B', 'LRC', 'log ratio', 'G²', 'articles', 'line'],
      await Promise.all(cells),
    );
  }
}

/** The entities that the sides call most differently in their own voice. */
async function printNaming(made: TestCorpus, sides: Sides): Promise<void> {
  const input = NamingInput.parse({ ...sides, limit: ENTITIES, withForms: true });
  const { entities, total, thin, unlinked } = await compareNaming(made.corpus.read, input, noJob);
  console.log(
    `${total} entities are named, ${total - thin} of them at least five times in the own voice of both; ${unlinked.a} and ${unlinked.b} mentions have no entity.\n`,
  );
  const ranked = entities.filter(({ isThin }) => !isThin);
  const cells = ranked.map(async (each) => [
    each.name,
    ...SIDES.map((side) => each[side].own),
    ...SIDES.map((side) => listForms(each, side)),
    toPercent(each.overlap),
    toDigits(each.g2),
    ...(await Promise.all(SIDES.map((side) => readLine(made, sides, side, each.uid, each[side].most ?? undefined)))),
  ]);
  printTable(
    ['entity', 'A', 'B', 'A calls it', 'B calls it', 'same choice', 'G²', 'line of A', 'line of B'],
    await Promise.all(cells),
  );
}

/** The three forms that a side uses most in its own voice, with how often. */
const listForms = ({ forms }: EntityNaming, side: SideName): string =>
  forms!
    .filter((form) => form[side].own > 0)
    .toSorted((x, y) => y[side].own - x[side].own)
    .slice(0, 3)
    .map((form) => `${form.form} ${form[side].own}`)
    .join(', ');

async function printLabels(made: TestCorpus, sides: Sides): Promise<void> {
  const { rows } = await compareWords(made.corpus.read, KeynessInput.parse({ ...sides, of: 'labels' }), noJob);
  const cells = rows.map(({ name, a, b, figures }) => [
    name,
    a.count,
    b.count,
    toDigits(figures?.lrc ?? null),
    toDigits(figures?.g2 ?? null),
  ]);
  printTable(['label', 'A', 'B', 'LRC', 'G²'], cells);
}

/** On whose word claims stand: how many on nobody's or the outlet's, whom either side quotes most, and by which verbs. */
async function printSpeakers(made: TestCorpus, sides: Sides): Promise<void> {
  const compared = { ...sides, checkedOnly: false };
  const { claims } = await compareClaims(made.corpus.read, compared, noJob);
  const { totals, sources, verbs } = await compareSources(made.corpus.read, compared, noJob);
  printTable(
    ['claims', 'A', 'B'],
    [
      ['all', claims.a.claims, claims.b.claims],
      ['with no attribution, or on the outlet’s word', toPercent(claims.a.share), toPercent(claims.b.share)],
      ...(['named', 'unlinked', 'anonymous'] as const).map((kind) => [
        { named: 'by an entity', unlinked: 'by words without an entity', anonymous: 'by somebody without a name' }[
          kind
        ],
        totals.a[kind],
        totals.b[kind],
      ]),
    ],
  );
  const isQuoted = ({ kind }: Source) => kind === 'named' || kind === 'unlinked';
  const most = (side: SideName) =>
    sources
      .filter((source) => isQuoted(source) && source[side].claims > 0)
      .toSorted((x, y) => y[side].claims - x[side].claims)
      .slice(0, SOURCES)
      .map(({ name, ...source }) => `${name} ${source[side].claims}`)
      .join(', ');
  const mostVerbs = (side: SideName) =>
    verbs
      .toSorted((x, y) => y[side] - x[side])
      .slice(0, SOURCES)
      .map((verb) => `${verb.word} ${verb[side]}`)
      .join(', ');
  printTable(
    ['', 'A', 'B'],
    [
      ['quotes', most('a'), most('b')],
      ['verbs', mostVerbs('a'), mostVerbs('b')],
    ],
  );
}

/** The newest line of a side that has the word. */
async function readWordLine(made: TestCorpus, sides: Sides, side: SideName, word: string): Promise<string> {
  const input = WordLinesInput.parse({ ...sides, word, side, limit: 1 });
  const { lines } = await listWordLines(await openSides(made.corpus.read, input, noJob), input);
  return toLine(lines[0]);
}

/** The newest line of a side that names the entity, by a form where one is given. */
async function readLine(
  made: TestCorpus,
  sides: Sides,
  side: SideName,
  entity: string,
  form?: string,
): Promise<string> {
  const input = MentionLinesInput.parse({ ...sides, of: 'mentions', side, entity, form, limit: 1 });
  const { lines } = await listMentionLines(await openComparison(made.corpus.read, input, noJob), input);
  return toLine(lines[0]);
}

function toLine(line: { left: string; match: string; right: string } | undefined): string {
  if (!line) return '';
  const cut = (text: string) => text.trim().split(/\s+/u);
  const words = [...cut(line.left).slice(-WORDS), `**${line.match}**`, ...cut(line.right).slice(0, WORDS)];
  return words.join(' ').replaceAll('|', '/');
}

/**
 * Prints in what outlets of FA-KES differ, as `docs/compare.md` shows it: `node test/evaluate/compare.ts`. Words rest on the texts alone; all
 * else on suggestions that are taken as they are.
 */
if (isThere('fa-kes')) {
  const made = await importWithEntities();
  try {
    const filter = ArticleFilter.parse({ outlets: PAIRS.flatMap(({ a, b }) => [a, b]) });
    const { articles } = listArticles(made.corpus.read, filter, { offset: 0, limit: 1000 });
    const taken = takeAll(
      made,
      articles.map(({ uid }) => uid),
    );
    const labels = Array.from(taken.byLabel, ([label, count]) => `${count} ${label}`).join(', ');
    console.log(
      `${taken.articles} articles; taken: ${labels}; ${taken.linked} of ${taken.linkable} mentions linked; ${taken.unfit} no longer fitted\n`,
    );
    for (const pair of PAIRS) await printPair(made, pair);
  } finally {
    made.remove();
  }
} else console.log(`fa-kes is not at ${whereIs('fa-kes')} (GALLEY_SAMPLES)`);
