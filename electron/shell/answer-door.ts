import { existsSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { BaseWindow, Dialog } from 'electron';
import type { DoorName, Output, ParsedInput, Result } from '#shared/api/contract';
import type { FolderListing } from '#shared/api/corpus-calls';
import { parseInput, toFailedCall, toLogText } from '#shared/api/failed-call';
import { CORPUS_EXTENSION, toFileName } from '#shared/domain/corpus';
import type { Handle } from '#shared/domain/ids';
import { ExpectedError } from '#shared/errors';
import { dialogMessages } from '#shared/messages/en/desktop';

export type DoorOptions = {
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  /** The window that the dialogs belong to. */
  window: BaseWindow;
  /** Calls the worker. */
  forward: (name: string, input: unknown) => Promise<Result<unknown>>;
  grant: (path: string) => Handle;
  /** Puts a PDF beside the report that a folder may hold. */
  printReport: (folder: string) => Promise<void>;
  logBug: (text: string) => void;
};

type DoorAnswers = { [C in DoorName]: (input: ParsedInput<C>) => Promise<Output<C>> };

const corpusFilter = { name: dialogMessages.corpora, extensions: [CORPUS_EXTENSION.slice(1)] };

/** Answers the calls that ask a person, with the system's dialogs. A page gets handles for what was chosen. */
export function createDoorAnswer(options: DoorOptions) {
  const answers = createAnswers(options);
  return async (name: DoorName, input: unknown): Promise<Result<unknown>> => {
    const parsed = parseInput(name, input);
    if (!parsed.ok) return parsed;
    try {
      return { ok: true, value: await answers[name](parsed.value as never) };
    } catch (error) {
      return toFailedCall(name, error, (bug) => options.logBug(`${name}: ${toLogText(bug)}`));
    }
  };
}

function createAnswers({ dialog, window, forward, grant, printReport }: DoorOptions): DoorAnswers {
  const exportFolders = new Map<Handle, string>();
  /** A path in the person's own folder for corpora; the name alone where that cannot be made. */
  const toOwnPath = async (name: string) => {
    const listed = await forward('places:list', {});
    return listed.ok ? join((listed.value as FolderListing).folder, name) : name;
  };
  return {
    'door:about': () => Promise.resolve({ kind: 'desktop' }),

    'door:choose-files': async ({ what }) => {
      // one dialog for both is to be had on a Mac only
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: dialogMessages.chooseFiles,
        properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
        ...(what === 'files' && {
          filters: [
            { name: dialogMessages.textFiles, extensions: ['txt', 'text'] },
            { name: dialogMessages.allFiles, extensions: ['*'] },
          ],
        }),
      });
      return { files: filePaths.map((path) => ({ handle: grant(path), name: basename(path) })) };
    },

    'door:choose-corpus': async ({ purpose, suggestedName }) => {
      if (purpose === 'open') {
        const { filePaths } = await dialog.showOpenDialog(window, {
          title: dialogMessages.openCorpus,
          defaultPath: await toOwnPath(''),
          properties: ['openFile'],
          filters: [corpusFilter, { name: dialogMessages.allFiles, extensions: ['*'] }],
        });
        return { handle: filePaths[0] === undefined ? null : grant(filePaths[0]) };
      }
      const { filePath } = await dialog.showSaveDialog(window, {
        title: dialogMessages.newCorpus,
        defaultPath: await toOwnPath(toFileName(suggestedName)),
        filters: [corpusFilter],
      });
      if (filePath === '') return { handle: null };
      return { handle: grant(extname(filePath) === CORPUS_EXTENSION ? filePath : filePath + CORPUS_EXTENSION) };
    },

    'door:begin-export': async ({ name }) => {
      const folderName = basename(toFileName(name), CORPUS_EXTENSION);
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: dialogMessages.chooseFolder(folderName),
        message: dialogMessages.chooseFolder(folderName),
        buttonLabel: dialogMessages.chooseFolderButton,
        properties: ['openDirectory', 'createDirectory'],
      });
      if (filePaths[0] === undefined) return { folder: null };
      const path = findFreeFolder(filePaths[0], folderName);
      const folder = grant(path);
      exportFolders.set(folder, path);
      return { folder };
    },

    'door:end-export': async ({ folder }) => {
      const savedTo = exportFolders.get(folder);
      if (savedTo === undefined) throw new ExpectedError('handle-unknown');
      exportFolders.delete(folder);
      await printReport(savedTo);
      return { savedTo, download: null };
    },
  };
}

/**
 * The chosen folder itself where it is empty, else a new one in it ("Dataset", "Dataset 2", …).
 *
 * Errors: folder-read-only.
 */
function findFreeFolder(chosen: string, name: string): string {
  if (isEmpty(chosen)) return chosen;
  for (let n = 1; ; n += 1) {
    const path = join(chosen, n === 1 ? name : `${name} ${n}`);
    if (!existsSync(path)) return path;
  }
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    if ((error as { code?: string }).code === 'EACCES') throw new ExpectedError('folder-read-only', { folder });
    throw error;
  }
}
