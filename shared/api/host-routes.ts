import { TABLE_LIMIT_MB } from '../domain/import-table.ts';

/** Where the browser host answers its page, beside the files of the page itself (docs/decisions/0007-browser-host.md). */
export const hostRoutes = {
  exchange: '/exchange',
  renew: '/renew',
  call: '/call',
  events: '/events',
  offer: '/offer',
  upload: '/upload',
  /** Followed by a ticket. */
  download: '/download/',
} as const;

/** The header in which a page shows its session key. */
export const KEY_HEADER = 'galley-key';
/** The header in which a file that is sent in shows its ticket. */
export const UPLOAD_HEADER = 'galley-upload';

/** The largest file that can be sent in: as large as a table of articles may be. Unit: 1,000,000 bytes. */
export const UPLOAD_LIMIT_MB = TABLE_LIMIT_MB;

/** What a page is let in with: a key for every call, and a ticket that gets it in again after a reload. */
export type Pass = { key: string; ticket: string };
