import type { DoorName, Output, ParsedInput, Result } from '#shared/api/contract';
import { parseInput, toBadInput, toFailedCall } from '#shared/api/failed-call';
import { hostRoutes } from '#shared/api/host-routes';
import { CORPUS_EXTENSION, toFileName } from '#shared/domain/corpus';
import type { Handle } from '#shared/domain/ids';
import { ExpectedError } from '#shared/errors';
import type { Transfers } from './transfers.ts';

/** What the host answers. Files are chosen in the page, which sends them; folders and corpora come by `places:list`. */
type AnsweredName = Exclude<DoorName, 'door:choose-files' | 'door:choose-corpus'>;
type DoorAnswers = { [C in AnsweredName]: (input: ParsedInput<C>) => Output<C> | Promise<Output<C>> };

type Options = { transfers: Transfers; grant(path: string): Handle; logBug(error: unknown): void };

/** Answers the calls of a door that has no dialogs of the system: exports go out by download. */
export function createDoorAnswer({ transfers, grant, logBug }: Options) {
  const exportFolders = new Map<Handle, string>();
  const answers: DoorAnswers = {
    'door:about': () => ({ kind: 'browser' }),
    'door:begin-export': ({ name }) => {
      const path = transfers.newExportFolder(toFileName(name).slice(0, -CORPUS_EXTENSION.length));
      const folder = grant(path);
      exportFolders.set(folder, path);
      return { folder };
    },
    'door:end-export': async ({ folder }) => {
      const path = exportFolders.get(folder);
      if (path === undefined) throw new ExpectedError('handle-unknown');
      exportFolders.delete(folder);
      return { savedTo: null, download: hostRoutes.download + (await transfers.newDownload(path)) };
    },
  };
  return async (name: DoorName, input: unknown): Promise<Result<unknown>> => {
    if (name === 'door:choose-files' || name === 'door:choose-corpus') return toBadInput(`${name} is the page's own`);
    const parsed = parseInput(name, input);
    if (!parsed.ok) return parsed;
    try {
      return { ok: true, value: await answers[name](parsed.value as never) };
    } catch (error) {
      return toFailedCall(name, error, logBug);
    }
  };
}
