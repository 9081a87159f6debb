import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { contract, isChannel, isJob, type ChannelName } from '#shared/api/contract';
import { Handle } from '#shared/domain/ids';
import { cliMessages } from '#shared/messages/en/command-line';
import { CallError, type WorkerClient } from '../../worker/worker-client.ts';
import { printJson } from '../print.ts';
import { runJob, UsageError, withCorpus, withWorker, type CommonOptions } from '../run.ts';

type Options = CommonOptions & { file?: [string, string][] };

function addFile(text: string, before: [string, string][] = []): [string, string][] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(cliMessages.badFile(text));
  return [...before, [text.slice(0, at), text.slice(at + 1)]];
}

/** Every call of the contract, as a page would send it. Files are named by the handles that `--file` gives them. */
export function addCall(command: Command): void {
  command
    .argument('<call>')
    .argument('[input]', 'JSON', '{}')
    .option('--file <handle=path>', 'gives out a file or folder under a handle', addFile)
    .action(async (name: string, input: string, options: Options) => {
      if (!isChannel(name)) throw new UsageError(cliMessages.unknownCall(name, Object.keys(contract).join(', ')));
      const parsed = parseJson(input);
      const work = (client: WorkerClient) => {
        for (const [handle, path] of options.file ?? []) client.grantAs(Handle.parse(handle), resolve(path));
        return send(client, name, parsed);
      };
      const { access } = contract[name];
      const isOpening = options.corpus === undefined && access === 'none';
      printJson(
        await (isOpening
          ? withWorker(options, work)
          : withCorpus(options, access === 'write' ? 'write' : 'read', work)),
      );
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(cliMessages.badJson((error as Error).message));
  }
}

async function send(client: WorkerClient, name: ChannelName, input: unknown): Promise<unknown> {
  if (isJob(name)) return runJob(client, name, input as never);
  const result = await client.forward(name, input);
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}
