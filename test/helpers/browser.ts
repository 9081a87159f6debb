import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { findInstalledBrowser } from '../../build/find-browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Unpacks the Chromium that the npm package carries, with the libraries and fonts that a bare Linux lacks, into a folder
 * named after the package's version; safe for any number of processes at once (docs/decisions/0008-test-browser.md).
 */
function unpackChromium(): LaunchOptions {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `galley-test-chromium-${version}`);
  if (!existsSync(join(home, 'fonts.conf'))) {
    const scratch = `${home}.${process.pid}`;
    mkdirSync(scratch, { recursive: true });
    const code = `await (await import(${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))})).default.executablePath()`;
    const env = { ...process.env, TMPDIR: scratch, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env });
    if (status !== 0) throw new Error(`Chromium could not be unpacked: ${String(stderr)}`);
    const arabic = join(root, 'node_modules', '@embedpdf', 'fonts-arabic', 'fonts');
    writeFileSync(
      join(scratch, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(home, 'fonts')}</dir><dir>${arabic}</dir><cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>`,
    );
    try {
      renameSync(scratch, home);
    } catch (error) {
      if (!existsSync(join(home, 'chromium'))) throw error;
      rmSync(scratch, { recursive: true }); // another process was first
    }
  }
  return {
    executablePath: join(home, 'chromium'),
    chromiumSandbox: false,
    env: { ...process.env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

function findBrowser(): LaunchOptions | undefined {
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  const installed = findInstalledBrowser();
  return installed === undefined ? undefined : { executablePath: installed };
}

/** Why browser tests cannot run here; undefined where they can. Under CI a missing browser is a failure. */
export function findReasonToSkip(): string | undefined {
  if (findBrowser()) return undefined;
  if (process.env['CI']) throw new Error('CI has no browser for the browser tests');
  return 'no Chrome, Chromium or Edge was found on this machine';
}

/** Starts a headless Chromium; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const options = findBrowser();
  if (!options) throw new Error('No browser was found');
  // unhinted, or this build sets letters unevenly
  return chromium.launch({ ...options, args: ['--font-render-hinting=none'] });
}
