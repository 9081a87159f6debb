import { KeynessInput, WordLinesInput, type KeynessRow } from '#shared/domain/keyness';
import type { BothSides, SideName } from '#shared/domain/comparison';
import { openSides } from '../../electron/services/compare/comparison.ts';
import { listWordLines } from '../../electron/services/compare/list-word-lines.ts';
import { compareWords } from '../../electron/services/compare/words.ts';
import { noJob, type TestCorpus } from '../helpers/corpus.ts';
import { importCollection, isThere, whereIs } from './tagged-corpus.ts';

/** Outlets as FA-KES names them. */
const PAIRS: readonly BothSides<string>[] = [
  { a: 'sana', b: 'etilaf' },
  { a: 'manar', b: 'arabiya' },
];
const ROWS = 10;
/** Other people's text: so many words of it stand beside each word. */
const WORDS = 4;

async function print(made: TestCorpus, { a, b }: BothSides<string>): Promise<void> {
  const sides = { a: { outlets: [a] }, b: { outlets: [b] } };
  const found = await compareWords(made.corpus.read, KeynessInput.parse({ ...sides, limit: 1 }), noJob);
  console.log(
    `### ${a} (A) against ${b} (B)\n\n${found.sides.a.size} and ${found.sides.b.size} tokens; ${found.tested} words tested, ${found.matching} in at least ${found.minArticles} articles.\n`,
  );
  const lrc = ({ figures }: KeynessRow) => figures?.lrc ?? 0;
  for (const [side, rows] of [
    ['a', found.keyRows.filter((row) => lrc(row) > 0)],
    ['b', found.keyRows.filter((row) => lrc(row) < 0).reverse()],
  ] as const) {
    console.log(
      '| word | A | B | LRC | log ratio | G² | articles | line |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    );
    for (const row of rows.slice(0, ROWS)) console.log(await toLine(made, sides, side, row));
    console.log('');
  }
}

async function toLine(made: TestCorpus, sides: object, side: SideName, row: KeynessRow): Promise<string> {
  const input = WordLinesInput.parse({ ...sides, word: row.key, side, limit: 1 });
  const { lines } = await listWordLines(await openSides(made.corpus.read, input, noJob), input);
  const [line] = lines;
  const cut = (text: string) => text.trim().split(/\s+/u);
  const context = line
    ? [...cut(line.left).slice(-WORDS), `**${line.match}**`, ...cut(line.right).slice(0, WORDS)].join(' ')
    : '';
  const figures = [row.figures!.lrc, row.figures!.logRatio, row.figures!.g2].map((figure) => figure.toFixed(1));
  const cells = [row.name, row.a.count, row.b.count, ...figures, row[side].articles, context.replaceAll('|', '/')];
  return `| ${cells.join(' | ')} |`;
}

/** Prints the words in which outlets of FA-KES differ most, as `docs/compare.md` shows them: `node test/evaluate/compare.ts`. */
if (isThere('fa-kes')) {
  const { made } = await importCollection('fa-kes');
  try {
    for (const pair of PAIRS) await print(made, pair);
  } finally {
    made.remove();
  }
} else console.log(`fa-kes is not at ${whereIs('fa-kes')} (GALLEY_SAMPLES)`);
