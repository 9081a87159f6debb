import type { Handle } from '#shared/domain/ids';
import { ExpectedError } from '#shared/errors';
import { call } from '../../api/client.ts';

/** Finds a corpus of the person's own folder by its file name. Errors: `CallError`, corpus-missing. */
export async function findOwnCorpus(file: string): Promise<Handle> {
  const { entries } = await call('places:list', {});
  const entry = entries.find(({ name, kind }) => kind === 'corpus' && name === file);
  if (!entry) throw new ExpectedError('corpus-missing', { file });
  return entry.handle;
}
