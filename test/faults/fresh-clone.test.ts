import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('a fresh clone with an empty home and an empty npm cache installs itself and answers', () => {
  const home = mkdtempSync(join(tmpdir(), 'galley-home-'));
  const clone = join(home, 'clone');
  try {
    execFileSync('git', ['clone', '--quiet', root, clone]);
    const env = { ...process.env, HOME: home, npm_config_cache: join(home, 'cache') };
    const answer = execFileSync('node', ['build/launch.mjs', '--version'], { cwd: clone, env, encoding: 'utf8' });
    expect(answer.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
