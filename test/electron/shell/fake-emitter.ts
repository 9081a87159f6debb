import { EventEmitter } from 'node:events';

type Listener = (...given: never[]) => void;

/** The part of an Electron object that is listened to; a test emits what Electron would. */
export class FakeEmitter {
  readonly #emitter = new EventEmitter();

  /** Typed so that it stands for any Electron object's, which gives itself back. */
  on(name: string, listener: Listener): never {
    this.#emitter.on(name, listener as (...given: unknown[]) => void);
    return this as never;
  }

  once(name: string, listener: Listener): never {
    this.#emitter.once(name, listener as (...given: unknown[]) => void);
    return this as never;
  }

  /** Gives whether anybody listened. */
  emit(name: string, ...given: unknown[]): boolean {
    return this.#emitter.emit(name, ...given);
  }
}
