import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../verify-dataset.py', import.meta.url));
export const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('There is no python3 here: datasets are not checked by a program that shares no code.');

/** Has a dataset checked by a program that shares no code with ours; says what it found. */
export function verifyByPython(folder: string): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync('python3', [script, folder], { encoding: 'utf8' });
  return { ok: status === 0, said: `${stdout}${stderr}` };
}
