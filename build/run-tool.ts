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

/**
 * Runs a development tool under this Node, in the project's folder; gives its exit status. `atOnce`: what it says is printed
 * when it has ended, so that it stands together while other tools print too.
 */
export async function runTool(
  command: string,
  args: string[],
  { packageName = command, atOnce = false }: { packageName?: string; atOnce?: boolean } = {},
): Promise<number> {
  const said = atOnce ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, [findScript(command, packageName), ...args], {
    cwd: root,
    stdio: ['ignore', said, said],
    // tools that start `node` themselves find this one
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part) => (text += part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.stdout.write(text);
      resolve(code ?? 1);
    });
  });
}
