import type { Command } from 'commander';
import { cliMessages } from '#shared/messages/en/command-line';
import { print, printJson } from '../print.ts';
import { runJob, withCorpus, type CommonOptions } from '../run.ts';

export function addVerify(command: Command): void {
  command
    .option('--rebuild', 'first make anew what is derived: lists, counts and the search index')
    .action(async ({ rebuild = false, ...options }: CommonOptions & { rebuild?: boolean }) => {
      const found = await withCorpus(options, rebuild ? 'write' : 'read', (client) =>
        runJob(client, 'corpus:verify', { rebuild }),
      );
      if (!found.ok) process.exitCode = 1;
      if (options.json) return printJson(found);
      if (found.rebuilt.length > 0) print(cliMessages.rebuilt(found.rebuilt.join(', ')));
      for (const [what, n] of Object.entries(found.checked)) print(`${what}: ${n}`);
      print(`journal fingerprint: ${found.fingerprint}`);
      print(`content fingerprint: ${found.contentFingerprint}`);
      for (const note of found.notes) print(note);
      print(found.ok ? cliMessages.sound : cliMessages.unsound(found.problems.length));
      for (const problem of found.problems) print(problem);
    });
}
