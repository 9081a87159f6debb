import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as systemType } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runAgreementBench } from './agreement-bench.ts';
import { runCompareBench } from './compare-bench.ts';
import { runFormatsBench } from './formats-bench.ts';
import { runGazetteerBench } from './gazetteer-bench.ts';
import { runListBench } from './list-bench.ts';
import { runLoadBench } from './load-bench.ts';
import { runMergeBench } from './merge-bench.ts';
import { runOpenBench } from './open-bench.ts';
import { runAppBench } from './reader/app-bench.ts';
import { runReaderBench } from './reader/reader-bench.ts';
import type { Row } from './row.ts';
import { runSearchBench } from './search-bench.ts';
import { runSuggestBench } from './suggest-bench.ts';
import { runTagBench } from './tag-bench.ts';
import { runUndoBench } from './undo-bench.ts';

// npm run bench [-- NAME…] [--json]: all benches or those named; a whole run is kept in docs/benchmarks.md.
const benches: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  open: runOpenBench,
  search: runSearchBench,
  list: runListBench,
  suggest: runSuggestBench,
  gazetteer: runGazetteerBench,
  compare: runCompareBench,
  agreement: runAgreementBench,
  formats: runFormatsBench,
  tag: runTagBench,
  undo: runUndoBench,
  merge: runMergeBench,
  load: runLoadBench,
  reader: runReaderBench,
  app: runAppBench,
};

const toCell = (value: number | null) => (value === null ? '' : value >= 100 ? value.toFixed(0) : value.toFixed(2));

function toTable(rows: Row[]): string {
  const lines = rows.map(({ name, size, value, unit, reference, ratio, reach, ok }) =>
    [
      name,
      size,
      `${toCell(value)} ${unit}`,
      toCell(reference),
      toCell(ratio),
      toCell(reach),
      ok === null ? '' : ok ? 'yes' : 'NO',
    ].join(' | '),
  );
  return [
    '| what | size | value | reference | ratio | reach | reached |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}

const page = (rows: Row[]) => `# Speed

The last run of \`npm run bench\`. A reference is the same measure of something simpler in the same run, so that a ratio can be
compared elsewhere; the values hold on the machine that they were measured on.

${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${systemType()} ${release()}; Node ${process.versions.node};
${new Date().toISOString().slice(0, 10)}.

${toTable(rows)}
`;

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench “${unknown}”; there are: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, run] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  rows.push(...(await run()));
}
process.stdout.write(args.includes('--json') ? `${JSON.stringify(rows)}\n` : `${toTable(rows)}\n`);
// a quick look at a smaller corpus is no measure of what is asked for
if (names.length === 0 && process.env['GALLEY_BENCH_ARTICLES'] === undefined)
  writeFileSync(fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url)), page(rows));
