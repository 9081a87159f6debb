import type { AgreementRow, CoderWorkInput, MatchesInput } from '#shared/domain/agreement';

/** Of which outlet or time a row is; undefined: of all. */
type Group = MatchesInput['group'];

/** A row of figures. */
export type Rowed = { row: AgreementRow; group?: Group };

/** What is looked at behind a number. */
export type Behind = Rowed &
  (
    | { of: 'matches'; column: string }
    | { of: 'work'; column: string; coder: string; which: CoderWorkInput['of'] }
    | { of: 'articles'; column: string; which: 'articles' | 'blind' | 'unfinished' }
  );

/** The same for the same row when figures were worked out again. */
export const toRowKey = ({ row: { label, labels, coders }, group }: Rowed): string =>
  JSON.stringify([label, labels, coders, group ?? null]);

export const toBehindKey = (behind: Behind): string =>
  `${toRowKey(behind)} ${behind.of} ${'which' in behind ? behind.which : ''} ${'coder' in behind ? behind.coder : ''}`;
