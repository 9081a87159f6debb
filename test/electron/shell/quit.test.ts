import { expect, it } from 'vitest';
import { closeBeforeExit } from '../../../electron/shell/quit.ts';
import { FakeEmitter } from './fake-emitter.ts';

class FakeApp extends FakeEmitter {
  readonly done: string[] = [];
  quit(): void {
    this.done.push('quit');
    this.emit('will-quit', { preventDefault: () => void this.done.push('held') });
  }
  exit(status?: number): void {
    this.done.push(`exit ${status}`);
  }
}

it('the corpus is closed before the app exits, whatever is pressed meanwhile', async () => {
  const app = new FakeApp();
  const closed = Promise.withResolvers<void>();
  closeBeforeExit(app, () => {
    app.done.push('close');
    return closed.promise;
  });
  app.emit('window-all-closed');
  app.quit();
  expect(app.done).toEqual(['quit', 'held', 'close', 'quit', 'held']);
  closed.resolve();
  await new Promise(setImmediate);
  expect(app.done.slice(5)).toEqual(['exit 0']);
});
