import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGalley, type Run } from './child.ts';

/** `by` is who works, null for nobody; `asNobody` runs it as a user who may not write everywhere; `fromSource` as a checkout does. */
type Options = { by?: string | null; asNobody?: boolean; fromSource?: boolean };

/** The command line in a folder of its own, with settings of its own; `remove` takes the folder away. */
export function createCommandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'));
  chmodSync(folder, 0o755); // another user reads there too
  const galley = (
    args: string[],
    { by = 'Sara', asNobody = false, fromSource = false }: Options = {},
  ): Promise<Run> => {
    const settings = asNobody ? join(tmpdir(), `galley-test-nobody-${process.pid}`) : join(folder, 'settings');
    const env = { GALLEY_CONFIG_FOLDER: settings, GALLEY_ANNOTATOR: by ?? '' };
    return runGalley(args, { cwd: folder, asNobody, fromSource, env });
  };
  /** What a command that must succeed gives as JSON, of `war.galley`. */
  const json = async <T>(...args: string[]): Promise<T> => {
    const { status, stdout, stderr } = await galley([...args, '--corpus', 'war.galley', '--json']);
    if (status !== 0 || stderr !== '') throw new Error(`galley ${args.join(' ')} ended with ${status}: ${stderr}`);
    return JSON.parse(stdout) as T;
  };
  return { folder, galley, json, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
