import { runTool } from './run-tool.ts';

process.exitCode = await runTool('prettier', ['--write', '--log-level', 'warn', '.']);
