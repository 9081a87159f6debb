import type { IpcMainInvokeEvent } from 'electron';
import { isOwnAddress, PAGE_ORIGIN } from './page-address.ts';

/** Who sent a call. `contents` is the id of its web contents. */
export type Sender = { contents: number; isMainFrame: boolean; url: string; origin: string };

/** The sender of a call; null where its frame is gone. */
export function toSender({ sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): Sender | null {
  if (senderFrame === null) return null;
  const { parent, url, origin } = senderFrame;
  return { contents: sender.id, isMainFrame: parent === null, url, origin };
}

/** Whether a call comes from the main frame of our window, at our own origin. A frame without an address is not ours. */
export function isOwnPage(sender: Sender | null, contents: number): boolean {
  return (
    sender !== null &&
    sender.contents === contents &&
    sender.isMainFrame &&
    sender.origin === PAGE_ORIGIN &&
    isOwnAddress(sender.url)
  );
}
