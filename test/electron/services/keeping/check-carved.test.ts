import { beforeEach, expect, test } from 'vitest';
import { readDamagedFile } from '../../../../electron/corpus/carve/damaged-file.ts';
import type { Carved } from '../../../../electron/corpus/carve/carve-corpus.ts';
import {
  checkCarvedJournal,
  checkCarvedSource,
  checkCarvedTexts,
} from '../../../../electron/services/keeping/check-carved.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

let carved: Carved;
/** The last strand of the file, and its rows in order: its own, and those of three tags. */
let last: { strand: string; rows: Carved['journal'] };
beforeEach(async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.reopen();
  for (const start of [0, 8, 16]) made.tag(article, 'claim', start, start + 5);
  made.corpus.close();
  const damaged = readDamagedFile(made.path);
  ({ carved } = damaged);
  damaged.close();
  const id = Math.max(...carved.strands.keys());
  const rows = carved.journal.filter(({ strandId }) => strandId === id).sort((a, b) => a.number - b.number);
  last = { strand: carved.strands.get(id)!, rows };
});

const check = () => {
  const { rows, lost } = checkCarvedJournal(carved);
  return { numbers: rows.flatMap(({ strand, number }) => (strand === last.strand ? [number] : [])), lost };
};
const all = () => last.rows.map(({ number }) => number);
const without = (number: number) => all().filter((each) => each !== number);

test('what nobody touched holds, row by row and with nothing lost', () => {
  expect(all().length).toBeGreaterThan(5);
  expect(check()).toEqual({ numbers: all(), lost: [] });
});

test('a row whose payload or whose header is not what its hashes say does not hold, and is named as lost', () => {
  const [, , row, other] = last.rows;
  row!.payload = row!.payload!.replace(/.$/, ' ');
  const gap = (number: number) => ({ strand: last.strand, from: number, to: number });
  expect(check()).toEqual({ numbers: without(2), lost: [gap(2)] });
  row!.payload = null; // erased: that its hash holds is all that can be known
  expect(check()).toEqual({ numbers: all(), lost: [] });
  other!.target = row!.target;
  expect(check()).toEqual({ numbers: without(3), lost: [gap(3)] });
});

test('of two rows of one number, as an old page may still hold one, the one that follows from the row before is taken', () => {
  const row = last.rows[2]!;
  for (const at of [0, carved.journal.length]) {
    const old = { ...row, target: last.rows[3]!.target };
    carved.journal.splice(at, 0, old);
    const { rows, lost } = checkCarvedJournal(carved);
    expect(rows.find(({ strand, number }) => strand === last.strand && number === 2)!.target).toBe(row.target);
    expect(lost).toEqual([]);
    carved.journal.splice(carved.journal.indexOf(old), 1);
  }
});

test('the first row of a strand has to begin it, and a strand that others stand on is missed', () => {
  const first = last.rows[0]!;
  const { heads } = JSON.parse(first.payload!) as { heads: { strand: string; number: number }[] };
  const [head] = heads;
  carved.journal = carved.journal.filter(({ strandId, number }) =>
    carved.strands.get(strandId) === head!.strand ? number < head!.number - 1 : true,
  );
  expect(check().lost).toEqual([{ strand: head!.strand, from: head!.number - 1, to: head!.number }]);
  first.lamport += 1;
  expect(check().numbers).toEqual(without(0));
});

test('a text or a file whose bytes are not what its hash says does not hold; chunks are put in order', () => {
  const [text] = carved.texts.values();
  const [id, source] = [...carved.sources][0]!;
  const hash = text!.sha256.toString('hex');
  expect(checkCarvedTexts(carved).get(hash)).toBe(SAMPLE_TEXT);
  const bytes = carved.chunks.get(id)!.get(0)!;
  const halves = [bytes.subarray(0, 20), bytes.subarray(20)];
  carved.chunks.set(id, new Map([1, 0].map((n) => [n, halves[n]!])));
  expect(Buffer.concat(checkCarvedSource(carved, id)! as Buffer[]).equals(bytes)).toBe(true);
  text!.text = `${SAMPLE_TEXT} `;
  source.sha256 = text!.sha256.map((byte) => byte ^ 1) as Buffer;
  expect(checkCarvedTexts(carved).has(hash)).toBe(false);
  expect(checkCarvedSource(carved, id)).toBeUndefined();
});
