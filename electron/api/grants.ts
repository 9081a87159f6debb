import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { Handle } from '#shared/domain/ids';

/** A file or folder that may be used, and the name that a person knows it by. */
export type Grant = { path: string; name: string };

/** Files and folders that were given out by a handle; a page never names a path. */
export class Grants {
  readonly #granted = new Map<string, Grant>();
  readonly #handles = new Map<string, Handle>();

  /** A handle for a path; the same one where it was given out before. */
  grant(path: string, name = basename(path)): Handle {
    const known = this.#handles.get(path);
    if (known !== undefined) return known;
    const handle = Handle.parse(randomUUID());
    this.set(handle, { path, name });
    return handle;
  }

  set(handle: Handle, grant: Grant): void {
    this.#granted.set(handle, grant);
    this.#handles.set(grant.path, handle);
  }

  /** All that was given out, in the order in which it was. */
  list(): (Grant & { handle: Handle })[] {
    return [...this.#granted].map(([handle, grant]) => ({ ...grant, handle: Handle.parse(handle) }));
  }

  /** Errors: handle-unknown. */
  get(handle: Handle): Grant {
    const grant = this.#granted.get(handle);
    if (!grant) throw new ExpectedError('handle-unknown');
    return grant;
  }
}
