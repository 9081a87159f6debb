import { sha256Hex } from '../../corpus/journal/hash.ts';

/** Unit: UTF-16 code units. */
const LONGEST = 500;
const KEPT = 480;

/** What a name of files goes by: itself; of one as long as its file, its beginning and a hash that tells it from others. */
export const toNameKey = (theirs: string): string =>
  theirs.length <= LONGEST ? theirs : `${theirs.slice(0, KEPT).toWellFormed()}… ${sha256Hex(theirs).slice(0, 8)}`;
