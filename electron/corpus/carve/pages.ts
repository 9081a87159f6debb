/** The pages of an SQLite file, as the last commit of its write-ahead log left them. */
export type Pages = { size: number; count: number; get(number: number): Buffer | undefined };

const HEADER = 'SQLite format 3\0';
const DEFAULT_PAGE = 4096;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** A file that is read piece by piece; a piece beyond its end is shorter. */
export type Bytes = { sizeBytes: number; read(at: number, length: number): Buffer };

/**
 * Cuts a file into pages without SQLite, so that a page that is damaged costs no other.
 *
 * Numbers count from 1. Where the first page is gone the page size is taken to be 4,096, as in all corpora of ours.
 * Source: sqlite.org/fileformat2.html, sections 1.2 and 4
 */
export function cutPages(file: Bytes, log: Buffer | null): Pages {
  const size = findPageSize(file.read(0, 18));
  const logged = log === null ? new Map<number, Buffer>() : readLog(log, size);
  const count = Math.max(Math.ceil(file.sizeBytes / size), ...logged.keys());
  return {
    size,
    count,
    get(number) {
      const page = logged.get(number) ?? file.read((number - 1) * size, size);
      return page.length === size ? page : undefined;
    },
  };
}

function findPageSize(header: Buffer): number {
  if (header.length < 18 || header.subarray(0, 16).toString('latin1') !== HEADER) return DEFAULT_PAGE;
  const said = header.readUInt16BE(16);
  if (said === 1) return 65_536;
  return said >= 512 && (said & (said - 1)) === 0 ? said : DEFAULT_PAGE;
}

/** The newest committed image of each page that is in the log. */
function readLog(log: Buffer, size: number): Map<number, Buffer> {
  const committed = new Map<number, Buffer>();
  if (log.length < LOG_HEADER || (log.readUInt32BE(0) & 0xff_ff_ff_fe) >>> 0 !== 0x37_7f_06_82) return committed;
  const salts = log.subarray(16, 24);
  let pending = new Map<number, Buffer>();
  for (let at = LOG_HEADER; at + FRAME_HEADER + size <= log.length; at += FRAME_HEADER + size) {
    if (!log.subarray(at + 8, at + 16).equals(salts)) break; // what is left of an older log
    pending.set(log.readUInt32BE(at), log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size));
    if (log.readUInt32BE(at + 4) === 0) continue;
    for (const [number, page] of pending) committed.set(number, page);
    pending = new Map();
  }
  return committed;
}
