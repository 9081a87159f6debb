import type { Bridge, ChannelName, GalleyEvent, Output, Result } from '#shared/api/contract';
import { hostRoutes, KEY_HEADER, UPLOAD_HEADER } from '#shared/api/host-routes';
import type { Failure } from '#shared/errors';
import { hostMessages } from '#shared/messages/en/browser-host';
import { chooseFiles } from './choose-files.ts';
import { hearHost } from './hear-host.ts';
import { openSession } from './open-session.ts';
import { takenSecret } from './take-secret.ts';

type Tell = (event: GalleyEvent) => void;
type Offered = { handle: string; name: string };

/**
 * Puts a bridge to the browser host on `window.galley`; `locked` where neither the secret of the address nor the ticket of
 * this tab lets the page in. The session key stays in memory.
 */
export async function installBridge(): Promise<'ready' | 'locked'> {
  const key = await openSession(takenSecret);
  if (key === undefined) return 'locked';
  const listeners = new Set<Tell>();
  const tell: Tell = (event) => listeners.forEach((listener) => listener(event));
  if (!(await hearHost(key, tell))) return 'locked';
  Object.defineProperty(window, 'galley', { value: Object.freeze(createBridge(key, listeners, tell)) });
  return 'ready';
}

const gone: Result<never> = { ok: false, error: { code: 'host-gone', values: undefined } };

/** What the host answers. Nothing is asked twice: it may have been done although no answer came. */
async function ask<T>(path: string, body: BodyInit, headers: Record<string, string>): Promise<Result<T>> {
  try {
    const response = await fetch(path, { method: 'POST', body, headers });
    return response.ok ? ((await response.json()) as Result<T>) : gone;
  } catch {
    return gone;
  }
}

function createBridge(key: string, listeners: Set<Tell>, tell: Tell): Bridge {
  const askJson = <T>(path: string, value: unknown) =>
    ask<T>(path, JSON.stringify(value), { [KEY_HEADER]: key, 'Content-Type': 'application/json' });

  const offer = async (file: File): Promise<Result<Offered>> => {
    const problem = await findProblem(file);
    if (problem) return { ok: false, error: problem };
    const offered = await askJson<{ ticket: string }>(hostRoutes.offer, { name: file.name, sizeBytes: file.size });
    if (!offered.ok) return offered;
    return ask(hostRoutes.upload, file, {
      [KEY_HEADER]: key,
      [UPLOAD_HEADER]: offered.value.ticket,
      'Content-Type': 'application/octet-stream',
    });
  };

  /** A file that is refused does not stop the others; it is told of by itself. */
  const offerChosen = async (): Promise<Result<{ files: Offered[] }>> => {
    const files: Offered[] = [];
    const refused: { name: string; error: Failure }[] = [];
    for (const file of await chooseFiles()) {
      const offered = await offer(file);
      if (offered.ok) files.push(offered.value);
      else refused.push({ name: file.name, error: offered.error });
    }
    if (files.length === 0 && refused[0]) return { ok: false, error: refused[0].error };
    for (const { name, error } of refused) tell({ type: 'notice', text: hostMessages.fileRefused(name, error) });
    return { ok: true, value: { files } };
  };

  const call = async (name: ChannelName, input: unknown): Promise<Result<unknown>> => {
    if (name === 'door:choose-files') return offerChosen();
    const result = await askJson(hostRoutes.call, { name, input });
    if (name === 'door:end-export' && result.ok) startDownload((result.value as Output<typeof name>).download!);
    return result;
  };

  return {
    call: call as Bridge['call'],
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offer: (file) => offer(file as File),
  };
}

/** Follows an address that works once; what it leads to is saved, the page stays. */
function startDownload(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

/** Why a file cannot even be sent: it is a folder, or is gone; undefined where it can. */
async function findProblem(file: File): Promise<Failure | undefined> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return undefined;
  } catch (error) {
    return { code: 'file-unreadable', values: { file: file.name, reason: (error as Error).message } };
  }
}
