import { compareReaders, measureCold, measurePlain, measureWarm, type Measured } from './measure.ts';
import { addScores, f1, precision, recall, type Score } from './score.ts';
import { isThere, whereIs, type Collection } from './tagged-corpus.ts';

async function print(collection: Collection): Promise<void> {
  printTable(`${collection}, plain runs of capitals`, await measurePlain(collection));
  printTable(`${collection}, cold`, await measureCold(collection));
  printTable(`${collection}, warm`, await measureWarm(collection));
}

function printTable(title: string, measured: readonly Measured[]): void {
  console.log(
    `## ${title}\n\n| part | tagged | proposed | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: | ---: |`,
  );
  const byPart = Map.groupBy(measured, ({ article }) => article.part);
  for (const [part, own] of [...byPart].sort(([a], [b]) => a.localeCompare(b))) printRow(part, own);
  printRow('all', measured);
  for (const label of ['actor', 'location'])
    printRow(
      label,
      measured.map((one) => onlyOf(one, label)),
    );
  console.log(`\nmissed: ${listMost(measured, ({ missed }) => missed)}`);
  console.log(`wrong: ${listMost(measured, ({ wrong }) => wrong)}\n`);
}

function onlyOf({ article, missed, wrong }: Measured, label: string): { score: Score } {
  const count = (all: readonly { label: string }[]) => all.filter((each) => each.label === label).length;
  const tagged = article.tags.filter((tag) => tag.kind === 'name' && tag.label === label).length;
  const right = tagged - count(missed);
  return { score: { tagged, proposed: right + count(wrong), right } };
}

function printRow(name: string, measured: readonly { score: Score }[]): void {
  const sum = addScores(measured.map(({ score }) => score));
  const figures = [precision, recall, f1].map((figure) => figure(sum).toFixed(3));
  console.log(`| ${[name, sum.tagged, sum.proposed, ...figures].join(' | ')} |`);
}

const MOST_LISTED = 60;

/** Words by how often they are concerned, the most frequent first. */
function listMost(
  measured: readonly Measured[],
  list: (one: Measured) => readonly { start: number; end: number; label: string }[],
): string {
  const quotes = measured.flatMap((one) =>
    list(one).map(({ start, end, label }) => `${one.article.text.slice(start, end)} (${label})`),
  );
  return [...Map.groupBy(quotes, (quote) => quote)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_LISTED)
    .map(([quote, all]) => (all.length > 1 ? `${quote} ×${all.length}` : quote))
    .join(', ');
}

/** Prints how good suggestions of names are on the hand-tagged articles that are there: `node test/evaluate/suggestions.ts`. */
for (const collection of ['seeds', 'fa-kes'] as const) {
  if (isThere(collection)) await print(collection);
  else console.log(`${collection} is not at ${whereIs(collection)} (GALLEY_SEEDS, GALLEY_SAMPLES)\n`);
}
if (isThere('seeds')) {
  printTable('seeds as a second reader tagged them, cold', await measureCold('seeds-second'));
  console.log(`two readers of the seeds agree with F1 ${f1(compareReaders()).toFixed(3)}`);
}
