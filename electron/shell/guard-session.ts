import type { Session } from 'electron';
import { isOwnAddress } from './page-address.ts';

export type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'on'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/**
 * Refuses whatever pages of a session might ask for: permissions, devices, the screen, downloads, and every address but
 * the page's own. `devTools`: their own pages are let through, in builds that have them. `isOwn`: what the page's own addresses are.
 */
export function guardSession(
  session: GuardedSession,
  { devTools, isOwn = isOwnAddress }: { devTools: boolean; isOwn?: (url: string) => boolean },
): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setSpellCheckerEnabled(false); // its dictionaries would be fetched
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !isOwn(url) && !(devTools && url.startsWith('devtools://')) }),
  );
}
