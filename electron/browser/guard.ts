import type { IncomingMessage } from 'node:http';
import { KEY_HEADER } from '#shared/api/host-routes';
import type { Page } from './pages.ts';

/**
 * What a request has to show besides the one Host. Origin and Sec-Fetch-Site are set by the browser; no page can forge them.
 *
 * `own file`: nothing, for the first request comes from a file or a typed address. `own page`: our Origin; what it brings in
 * its body is traded. `let in`: our Origin and a session key. `ticket`: a one-time ticket in the address, which its route
 * asks for: a download sends no Origin and no header.
 */
export type Rule = 'own file' | 'own page' | 'let in' | 'ticket';

export type Door = { host: string; origin: string; findPage(key: string): Page | undefined };
type Request = Pick<IncomingMessage, 'rawHeaders'>;

/** Every value of a header as it was sent: of two Host lines, Node's `headers` keeps the first without a word. */
function listValues({ rawHeaders }: Request, name: string): string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]!.toLowerCase() === name);
}

const isExactly = (values: string[], value: string) => values.length === 1 && values[0] === value;
const isAbsentOr = (values: string[], value: string) => values.length === 0 || isExactly(values, value);

/** Whether a request names our host, byte for byte; another name was made to lead here (DNS rebinding). */
export const isForUs = (request: Request, { host }: Door): boolean => isExactly(listValues(request, 'host'), host);

export type Verdict = { status: 403 | 401 } | { status: 200; page: Page | undefined };

/** Whether a request may use a route of this rule, and which page it comes from, where that is known. */
export function judge(request: Request, rule: Rule, door: Door): Verdict {
  if (rule === 'own file') return { status: 200, page: undefined };
  if (!isAbsentOr(listValues(request, 'sec-fetch-site'), 'same-origin')) return { status: 403 };
  const origins = listValues(request, 'origin');
  if (!(rule === 'ticket' ? isAbsentOr : isExactly)(origins, door.origin)) return { status: 403 };
  if (rule !== 'let in') return { status: 200, page: undefined };
  const keys = listValues(request, KEY_HEADER);
  const page = keys.length === 1 ? door.findPage(keys[0]!) : undefined;
  return page ? { status: 200, page } : { status: 401 };
}
