/** Why a page was cut where it was. */
export const cutReason = ({ marker, times }: { marker: string | null; times: number }) => {
  if (marker === null) return 'before each headline';
  const short = marker.length > 48 ? `${marker.slice(0, 47)}…` : marker;
  const count = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
  return `at “${short}”, ${count}`;
};

export const alreadyThere = (articles: number) =>
  articles === 1 ? 'its article is already in this corpus' : `its ${articles} articles are already in this corpus`;

/** Why a row of a table cannot be taken. */
export const rowReason = (
  fault:
    | { what: 'cells'; found: number; expected: number }
    | { what: 'quote' }
    | { what: 'json'; detail: string }
    | { what: 'not-object' }
    | { what: 'columns'; most: number },
): string => {
  switch (fault.what) {
    case 'cells':
      return `it has ${fault.found} cell${fault.found === 1 ? '' : 's'} where the first row has ${fault.expected}`;
    case 'quote':
      return 'something stands behind the closing quote of a cell';
    case 'json':
      return `it is not JSON (${fault.detail})`;
    case 'not-object':
      return 'it is no object with named values';
    case 'columns':
      return `it brings the table to more than ${fault.most} columns`;
  }
};

const most = 20;
const listRows = (rows: number[]) =>
  `row${rows.length === 1 ? '' : 's'} ${rows.slice(0, most).join(', ')}${rows.length > most ? `, … (${rows.length} in all)` : ''}`;

const rowRefused = (file: string, row: number, reason: string) =>
  `“${file}”, row ${row}, was left out: ${reason}. The other rows came in; mend this one and import the file again.`;
const moreRows = (file: string, n: number) =>
  `“${file}”: ${n} more row${n === 1 ? ' was' : 's were'} left out for reasons like these.`;
const emptyRows = (rows: number[]) => `${listRows(rows)} hold${rows.length === 1 ? 's' : ''} no text`;

type LeftOut = { source: string; empty: number[]; problems: { row: number; reason: string }[]; refused: number };

/** What of a table is left out: rows without a text are skipped, those that cannot be taken are refused. */
export function listLeftOut({ source, empty, problems, refused }: LeftOut) {
  const errors = problems.map(({ row, reason }) => ({ source, message: rowRefused(source, row, reason) }));
  if (refused > problems.length) errors.push({ source, message: moreRows(source, refused - problems.length) });
  return { skipped: empty.length === 0 ? [] : [{ source, reason: emptyRows(empty) }], errors };
}

/** What a long read of a file counts. */
export const megabytesOf = (file: string) => `${file} (MB)`;
