import { join } from 'node:path';
import { toFileName } from '#shared/domain/corpus';
import type { Handle } from '#shared/domain/ids';
import { ensureOwnFolder } from '../services/places.ts';
import type { Session } from './session.ts';

/** Where a copy is to be written: the path of a handle, or a name in a folder, one's own where none is given. Errors: handle-unknown. */
export const toCopyPath = (
  { grants, options }: Session,
  to: { handle: Handle } | { folder?: Handle | undefined; name: string },
): string =>
  'handle' in to
    ? grants.get(to.handle).path
    : join(to.folder ? grants.get(to.folder).path : ensureOwnFolder(options.folders.documents), toFileName(to.name));
