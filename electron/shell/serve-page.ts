import type { Protocol } from 'electron';
import { pagePolicy } from '#shared/api/page-policy';
import type { PageFile } from '../page/read-page-files.ts';
import { isOwnAddress, PAGE_ORIGIN } from './page-address.ts';

/** The answer to a request of the page; 404 for whatever is not, letter for letter, on the list. */
export function answerRequest(files: ReadonlyMap<string, PageFile>, { url, method }: { url: string; method: string }) {
  const [address = ''] = url.split('#'); // a reload of the page brings its fragment along
  const isAsked = method === 'GET' && isOwnAddress(address);
  const file = isAsked ? files.get(address.slice(PAGE_ORIGIN.length + 1)) : undefined;
  if (!file) return new Response(null, { status: 404, headers: pagePolicy });
  return new Response(file.bytes, { headers: { ...pagePolicy, 'Content-Type': file.type } });
}

/** Serves the page's files under its own scheme. */
export function servePage(
  protocol: Pick<Protocol, 'handle'>,
  scheme: string,
  files: ReadonlyMap<string, PageFile>,
): void {
  protocol.handle(scheme, (request) => answerRequest(files, request));
}
