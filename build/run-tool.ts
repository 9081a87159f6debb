import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The script behind a command of a package, whichever system we are on. */
function findScript(command: string, packageName: string): string {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = join(folder, typeof bin === 'string' ? bin : bin[command]!);
  if (!existsSync(path)) throw new Error(`${packageName} has no ${command}`);
  return path;
}

/** Runs a development tool under this Node, in the project's folder; gives its exit status. */
export async function runTool(
  command: string,
  args: string[],
  { packageName = command }: { packageName?: string } = {},
): Promise<number> {
  const child = spawn(process.execPath, [findScript(command, packageName), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // tools that start `node` themselves find this one
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
