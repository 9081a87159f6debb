import type { CorpusStatus } from '#shared/domain/corpus';
import { ExpectedError } from '#shared/errors';
import { call } from '../../api/client.ts';

/** Opens a corpus of the person's own folder by its file name. Errors: `CallError`, corpus-missing. */
export async function openOwnCorpus(file: string): Promise<CorpusStatus> {
  const { entries } = await call('places:list', {});
  const entry = entries.find(({ name, kind }) => kind === 'corpus' && name === file);
  if (!entry) throw new ExpectedError('corpus-missing', { file });
  return call('corpus:open', { handle: entry.handle });
}
