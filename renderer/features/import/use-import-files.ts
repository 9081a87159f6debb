import { useEffect, useRef, useState } from 'react';
import type { Handle } from '#shared/domain/ids';
import { call, offer } from '../../api/client.ts';
import type { Details, ImportFile } from './page-choices.ts';

/** A file that did not even get as far as being read. */
export type Refusal = { name: string; message: string };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The files of an import: chosen, dropped, decided about and left out. */
export function useImportFiles(dropped: File[]) {
  const [files, setFiles] = useState<ImportFile[]>([]);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [offering, setOffering] = useState(0);

  const add = (chosen: { handle: string; name: string }[]) =>
    setFiles((before) => [
      ...before,
      ...chosen.map(({ handle, name }) => ({ handle: handle as Handle, name, details: {} })),
    ]);

  const choose = async () => {
    try {
      setError(null);
      add((await call('door:choose-files', {})).files);
    } catch (failure) {
      setError(failure);
    }
  };

  const drop = async (list: File[]) => {
    setOffering((n) => n + list.length);
    for (const file of list) {
      try {
        add([await offer(file)]);
      } catch (failure) {
        setRefusals((before) => [...before, { name: file.name, message: messageOf(failure) }]);
      }
      setOffering((n) => n - 1);
    }
  };

  const hasTaken = useRef(false);
  useEffect(() => {
    if (hasTaken.current) return; // each dropped file is offered once, however often the effect runs
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
