import { resolve } from 'node:path';
import { CORPUS_EXTENSION } from '#shared/domain/corpus';

/**
 * The corpus that a command line names, by `--corpus FILE` or as the system does when a .galley file is opened; else
 * null. `args` are those after the program's (and, unpackaged, the project's) own.
 */
export function findCorpusArgument(args: readonly string[], folder: string): string | null {
  const at = args.indexOf('--corpus');
  const joined = args.find((arg) => arg.startsWith('--corpus='))?.slice('--corpus='.length);
  const opened = args.find((arg) => !arg.startsWith('-') && arg.endsWith(CORPUS_EXTENSION));
  const named = (at === -1 ? undefined : args[at + 1]) ?? joined ?? opened;
  return named ? resolve(folder, named) : null;
}

/** What a second instance sends to the first: the arguments themselves arrive reordered by Chromium. */
export type SecondInstance = { corpus: string | null };

/** The corpus that a second instance asks for; null for anything that is no such message. */
export function readSecondInstance(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('corpus' in data)) return null;
  return typeof data.corpus === 'string' ? data.corpus : null;
}
