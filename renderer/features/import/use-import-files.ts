import { useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/api/contract';
import type { Handle } from '#shared/domain/ids';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { call, hasCode, offer, runJob } from '../../api/client.ts';
import type { Details, ImportFile } from './page-choices.ts';

/** A file that did not even get as far as being read. */
export type Refusal = { name: string; message: string };

const toImportFile = ({ handle, name }: OfferedFile): ImportFile => ({ handle, name, details: {} });
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What a door was given, by the handle that it gave out for it. */
export type OfferedFile = { handle: Handle; name: string };

type Options = {
  /** What was dropped on the page. */
  dropped: File[];
  /** Files that were given before, and are articles whatever they look like. */
  known: readonly OfferedFile[];
  /** The files are annotations. */
  onAnnotations(files: OfferedFile[]): void;
};

/** What files look like. One that cannot be read is left to the preview, which says of each what is wrong. */
async function recognise(files: readonly OfferedFile[], signal: AbortSignal): Promise<Output<'interchange:recognise'>> {
  try {
    return await runJob('interchange:recognise', { files: files.map(({ handle }) => handle) }, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    if (hasCode(error, 'file-unreadable', 'file-binary', 'format-invalid') || files.length > 1)
      return { format: null, groups: [] };
    throw error;
  }
}

/** The files of an import: chosen, dropped, decided about and left out. */
export function useImportFiles({ dropped, known, onAnnotations }: Options) {
  const [files, setFiles] = useState(() => known.map(toImportFile));
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [offering, setOffering] = useState(0);

  const refuse = (name: string, message: string) => setRefusals((before) => [...before, { name, message }]);

  const stop = useRef<AbortController>(null);
  useEffect(() => {
    const closed = (stop.current = new AbortController());
    return () => closed.abort();
  }, []);

  /** Files are looked at together, with those before too: annotations and their texts may be several. */
  const add = async (chosen: OfferedFile[]) => {
    if (chosen.length === 0) return;
    const all = [...files.map(({ handle, name }) => ({ handle, name })), ...chosen];
    const { format, groups } = await recognise(all, stop.current!.signal);
    if (format !== null) return onAnnotations(all);
    const annotations = new Set(groups.filter((group) => group.format !== null).flatMap((group) => group.files));
    for (const { handle, name } of chosen) if (annotations.has(handle)) refuse(name, words.areAnnotations);
    setFiles((before) => [...before, ...chosen.filter(({ handle }) => !annotations.has(handle)).map(toImportFile)]);
  };

  /** Takes over what `give` gives. */
  const take = async (give: () => Promise<OfferedFile[]>) => {
    setError(null);
    setOffering((n) => n + 1);
    try {
      await add(await give());
    } catch (failure) {
      setError(failure);
    }
    setOffering((n) => n - 1);
  };

  const choose = (what: 'files' | 'folder' = 'files') =>
    take(async () => (await call('door:choose-files', { what })).files);

  const drop = (list: File[]) =>
    take(async () => {
      const offered: OfferedFile[] = [];
      for (const file of list) {
        try {
          offered.push((await offer(file)) as OfferedFile);
        } catch (failure) {
          refuse(file.name, messageOf(failure));
        }
      }
      return offered;
    });

  const hasTaken = useRef(false);
  useEffect(() => {
    if (hasTaken.current || dropped.length === 0) return; // each dropped file is offered once, however often the effect runs
    hasTaken.current = true;
    void drop(dropped);
  });

  const change = (handle: Handle, changes: (file: ImportFile) => ImportFile) =>
    setFiles((before) => before.map((file) => (file.handle === handle ? changes(file) : file)));

  const write = (handle: Handle, start: number, details: Details) =>
    change(handle, (file) => ({
      ...file,
      details: { ...file.details, [start]: { ...file.details[start], ...details } },
    }));

  const leaveOut = (handle: Handle) => setFiles((before) => before.filter((file) => file.handle !== handle));

  return { files, refusals, error, isOffering: offering > 0, choose, drop, change, write, leaveOut };
}

export type ImportFiles = ReturnType<typeof useImportFiles>;
