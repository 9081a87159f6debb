import { ExpectedError } from '#shared/errors';
import { mergeMessages } from '#shared/messages/en/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import { hashRow, sha256 } from '../../corpus/journal/hash.ts';
import { isPackageStart, parseMerged } from '../../corpus/journal/merges.ts';
import { readMended } from '../../corpus/journal/mended.ts';
import type { JournalRow } from '../../corpus/journal/read-rows.ts';
import { listReflected, type TakenStrand } from '../../corpus/journal/taken-strands.ts';
import { isKindName } from '../../corpus/model/kinds.ts';
import {
  countWork,
  findEnd,
  findInStrand,
  findLongestPayload,
  findSince,
  iterateStrand,
  listPeople,
} from '../../corpus/repositories/merge-repository.ts';
import { createPacer, type Job } from '../job.ts';

/** More than any row of ours says. Unit: bytes. */
const LONGEST_PAYLOAD = 32 << 20;

/** Rows of one of their strands that count there and not here: from `from` on; what is in this file already ends at `here`. */
export type NewsStrand = TakenStrand & { from: number; here: number };

/** What is new in another copy. `work`: steps but for merges; `rows`: journal rows. */
export type News = {
  strands: NewsStrand[];
  rows: number;
  work: number;
  erased: number;
  people: string[];
  newest: string | null;
};

/**
 * Which rows of the other copy's journal are new here, once each was found to be what its hash says and what both have to be the
 * same. `note` hears of each. Errors: merge-tampered, merge-unsound, cancelled.
 */
export async function findNews(
  mine: ReadDb,
  theirs: ReadDb,
  { file, writes }: { file: string; writes?: string | undefined },
  note: (row: JournalRow) => void,
  job: Job,
): Promise<News> {
  const here = listReflected(mine);
  const strands: NewsStrand[] = [];
  for (const [strand, number] of listReflected(theirs)) {
    const end = Math.min(findEnd(mine, strand), findEnd(theirs, strand));
    if (end >= 0 && !findInStrand(mine, strand, end)!.hash.equals(findInStrand(theirs, strand, end)!.hash))
      throw new ExpectedError('merge-tampered', { file, strand });
    const from = (here.get(strand) ?? -1) + 1;
    if (number < from) continue;
    if (strand === writes) throw new ExpectedError('merge-tampered', { file, strand });
    const last = findInStrand(theirs, strand, number)!;
    const since = findSince(mine, strand) ?? findInStrand(theirs, strand, from)!.lamport;
    const hash = last.hash.toString('hex');
    strands.push({ strand, since, until: last.lamport, number, hash, from, here: findEnd(mine, strand) });
  }
  const refuse = (detail: string) => new ExpectedError('merge-unsound', { file, detail });
  if (strands.length > 0 && readMended(theirs).lost.some((gap) => strands.some(({ strand }) => strand === gap.strand)))
    throw refuse(mergeMessages.unsound.recovered);
  const news: News = { strands, rows: 0, work: 0, erased: 0, people: [], newest: null };
  const people = new Map<string, string>();
  for (const { strand, from, number } of strands) {
    if (findLongestPayload(theirs, strand, from, number) > LONGEST_PAYLOAD) throw refuse(mergeMessages.unsound.tooLong);
    news.rows += number - from + 1;
    if (isPackageStart(findInStrand(theirs, strand, 0)!.payload)) continue; // says again what was here
    news.work += countWork(theirs, strand, from, number);
    for (const { uid, name, at } of listPeople(theirs, strand, from, number)) {
      people.set(uid, name ?? uid);
      if (news.newest === null || at > news.newest) news.newest = at;
    }
  }
  news.people = [...people.values()].sort();
  await checkRows(theirs, news, note, refuse, job);
  return news;
}

async function checkRows(
  theirs: ReadDb,
  news: News,
  note: (row: JournalRow) => void,
  refuse: (detail: string) => Error,
  job: Job,
): Promise<void> {
  const { strands, rows } = news;
  const breathe = createPacer(job);
  let done = 0;
  for (const { strand, from, number: last } of strands) {
    let previous = from === 0 ? null : findInStrand(theirs, strand, from - 1)!.hash;
    let next = from;
    let lamport = 0;
    for (const row of iterateStrand(theirs, strand, from, last)) {
      const { number, step, op, kind, target, article, payload, payloadSha256, hash } = row;
      const header = { strand, number, lamport: row.lamport, step, op, kind, target, article };
      if (number !== next || row.lamport <= lamport || !hashRow(header, payloadSha256, previous).equals(hash))
        throw refuse(mergeMessages.unsound.chain(strand, number));
      if (payload !== null && !sha256(payload).equals(payloadSha256))
        throw refuse(mergeMessages.unsound.payload(strand, number));
      if (kind !== 'step' && kind !== 'strand' && !isKindName(kind)) throw refuse(mergeMessages.unsound.kind(kind));
      if (payload === null) news.erased += 1;
      // what a person settled in a merge is work
      if (kind === 'step' && parseMerged(payload)?.settled.length) news.work += 1;
      note(row);
      previous = hash;
      next += 1;
      lamport = row.lamport;
      done += 1;
      const waiting = breathe();
      if (!waiting) continue;
      job.report({ done, total: rows, what: mergeMessages.at.reading });
      await waiting;
    }
    if (next !== last + 1) throw refuse(mergeMessages.unsound.chain(strand, next));
  }
}
