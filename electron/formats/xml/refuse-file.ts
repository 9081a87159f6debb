import { ExpectedError } from '#shared/errors';
import type { Found } from '../found.ts';
import { XmlFault } from './read-xml.ts';

/** A file as refused, with why it could not be read. Throws the error where it is none that a file is to blame for. */
export function refuseFile(file: string, error: unknown): Found {
  if (error instanceof XmlFault) return { refused: { file, line: error.line, reason: error.message } };
  if (error instanceof ExpectedError && error.code === 'format-invalid')
    return { refused: (error as ExpectedError<'format-invalid'>).values };
  throw error;
}
