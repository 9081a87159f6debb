import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files } from './in-memory.ts';

/** Whether a program is there and says what it should when it is asked; where not, that is said, with what is not tried. */
export function hasProgram(program: string, probe: readonly string[], sign: RegExp, what: string): boolean {
  const { stdout, stderr, error } = spawnSync(program, probe, { encoding: 'utf8' });
  const isThere = error === undefined && sign.test(`${stdout}${stderr}`);
  if (!isThere) console.warn(`skipped: there is no ${program} (${probe.join(' ')}): ${what}`);
  return isThere;
}

/** Whether a file that programs need is there; where not, that is said, with what is not tried. */
export function hasFile(path: string, what: string): boolean {
  if (!existsSync(path)) console.warn(`skipped: there is no ${path}: ${what}`);
  return existsSync(path);
}

/** What a program says of files, laid in a folder of their own for it; it is run in that folder. */
export function runProgram(program: string, args: readonly string[], files: Files): { ok: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'galley-format-'));
  try {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: folder });
    return { ok: status === 0, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
