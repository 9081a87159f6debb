import type { GuardedSession } from '../../../electron/shell/guard-session.ts';
import { FakeEmitter } from './fake-emitter.ts';

type Handler = (...given: unknown[]) => unknown;

/** A session that keeps what it is given; a test then asks as Chromium would. */
export class FakeSession extends FakeEmitter implements GuardedSession {
  readonly handlers: Record<string, Handler> = {};
  spellChecker = true;
  setPermissionRequestHandler = this.#keepAs('request');
  setPermissionCheckHandler = this.#keepAs('check');
  setDevicePermissionHandler = this.#keepAs('device');
  setDisplayMediaRequestHandler = this.#keepAs('display');
  webRequest = { onBeforeRequest: this.#keepAs('beforeRequest') };

  #keepAs(name: string) {
    return (...given: unknown[]) => void (this.handlers[name] = given[0] as Handler);
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.spellChecker = isEnabled;
  }

  /** What the callback that is handed to a handler last was called with. */
  ask(name: string, ...given: unknown[]): unknown {
    let answer: unknown;
    this.handlers[name]!(...given, (response: unknown) => (answer = response));
    return answer;
  }
}
