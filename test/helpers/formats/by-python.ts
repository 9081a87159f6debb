import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from './in-memory.ts';

/** Pythons that may have the modules of the distribution beside them. */
const PYTHONS = ['python3', '/usr/bin/python3'];

/** A Python that has these modules; null, and said so, where there is none. */
export function findPython(what: string, ...modules: string[]): string | null {
  const found = PYTHONS.find(
    (python) => spawnSync(python, ['-c', modules.map((each) => `import ${each}`).join('\n')]).status === 0,
  );
  if (!found) console.warn(`skipped: there is no python3${modules.map((m) => ` with ${m}`).join('')}: ${what}`);
  return found ?? null;
}

/** What a script of test/ prints of files, laid in a folder of their own for it. */
export function runPython(python: string, script: string, files: Files): { ok: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'galley-format-'));
  try {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
    const { status, stdout, stderr } = spawnSync(python, [path, folder], { encoding: 'utf8' });
    return { ok: status === 0, said: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
