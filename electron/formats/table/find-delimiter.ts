import { readRecord } from './read-csv.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** So many records are enough to tell. */
const MOST = 100;

/** The first records of a text; its last is left out where the text goes on. */
export function listFirstRecords(text: string, delimiter: string, isWhole: boolean): string[][] {
  const records: string[][] = [];
  for (let at = 0; at < text.length && records.length < MOST;) {
    const record = readRecord(text, at, delimiter, isWhole);
    if (!record) break;
    at = record.end;
    if (record.cells.some((cell) => cell !== '')) records.push(record.cells);
  }
  return records;
}

/** What parts the cells of a CSV file: the sign that gives most records the cells of the first one, two or more. */
export function findDelimiter(text: string, isWhole: boolean): string {
  const scores = DELIMITERS.map((delimiter) => {
    const records = listFirstRecords(text, delimiter, isWhole);
    const width = records[0]?.length ?? 0;
    const share = records.filter((cells) => cells.length === width).length / Math.max(1, records.length);
    return { delimiter, score: width < 2 ? 0 : share + Math.min(width, 50) / 1000 };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
