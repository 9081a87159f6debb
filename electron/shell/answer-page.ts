import { basename } from 'node:path';
import type { IpcMain } from 'electron';
import { isChannel, isDoorCall, type DoorName, type Result } from '#shared/api/contract';
import { toBadInput } from '#shared/api/failed-call';
import type { Handle } from '#shared/domain/ids';
import { CALL_CHANNEL, LISTENING_CHANNEL, OFFER_CHANNEL } from './channels.ts';
import { isOwnPage, toSender } from './sender.ts';

export type PageAnswers = {
  /** What the door answers itself. */
  answerDoor(name: DoorName, input: unknown): Promise<Result<unknown>>;
  forward(name: string, input: unknown): Promise<Result<unknown>>;
  grant(path: string): Handle;
  onListening(): void;
  logBug(text: string): void;
};

/** Answers what preload asks for, to the main frame of our own page alone. `contents` is the id of its web contents. */
export function answerPage(ipc: Pick<IpcMain, 'handle'>, contents: number, answers: PageAnswers): void {
  const handle = (channel: string, answer: (...given: unknown[]) => unknown) =>
    ipc.handle(channel, (event, ...given: unknown[]) => {
      const sender = toSender(event);
      if (isOwnPage(sender, contents)) return answer(...given);
      answers.logBug(`${channel} was refused to ${JSON.stringify(sender)}`);
      throw new Error('This page may not call Galley');
    });

  handle(CALL_CHANNEL, (name, input) => {
    if (typeof name !== 'string') return toBadInput('a call is named by a text');
    return isChannel(name) && isDoorCall(name) ? answers.answerDoor(name, input) : answers.forward(name, input);
  });
  handle(OFFER_CHANNEL, (path) => {
    if (typeof path !== 'string' || path === '') return toBadInput('this is no file of this computer');
    return { ok: true, value: { handle: answers.grant(path), name: basename(path) } };
  });
  handle(LISTENING_CHANNEL, () => answers.onListening());
}
