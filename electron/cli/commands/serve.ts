import { InvalidArgumentError, type Command } from 'commander';
import { hostMessages } from '#shared/messages/en/browser-host';
import { cliMessages } from '#shared/messages/en/command-line';
import { runHost } from '../../browser/run-host.ts';
import { onEnter } from '../on-enter.ts';
import { print, printError, printJson } from '../print.ts';
import { getPerson, type CommonOptions } from '../run.ts';

export type ServeOptions = CommonOptions & { port?: number };

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError(hostMessages.badPort(text));
}

/** Runs the browser host and prints addresses: one, and a new one when Enter is pressed or the last was used. Gives the exit status. */
export async function serve({ corpus, json = false, port = 0, ...options }: ServeOptions): Promise<number> {
  const offer = (toText: (url: string) => string) => {
    const url = host.newUrl();
    if (json) printJson({ url });
    else print(toText(url));
  };
  const { host, ended } = await runHost({
    corpus,
    person: getPerson(options),
    port,
    tell: printError,
    onLetIn: () => offer(hostMessages.nextUrl),
  });
  if (!host.hasIpv6) printError(hostMessages.noIpv6);
  offer(cliMessages.serving);
  const stopListening = onEnter(() => offer(hostMessages.nextUrl));
  const status = await ended;
  stopListening();
  return status;
}

export function addServe(command: Command): void {
  command.option('--port <number>', cliMessages.options.port, parsePort).action(async (options: ServeOptions) => {
    process.exitCode = await serve(options);
  });
}
