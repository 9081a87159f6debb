import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** Hands on the parts of a body; `onTooLarge` is thrown as soon as it is known to be larger. */
export async function readParts(
  request: IncomingMessage,
  maxBytes: number,
  tooLarge: Error,
  take: (part: Buffer) => Promise<unknown> | void,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge;
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw tooLarge;
    await take(part);
  }
}

export function checkType({ headers }: IncomingMessage, type: string): void {
  if (headers['content-type'] !== type) throw new Refusal(415);
}

/** Errors: a `Refusal` for another type, for more than `maxBytes`, and for what the schema does not take. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>, maxBytes: number): Promise<T> {
  checkType(request, 'application/json');
  const parts: Buffer[] = [];
  await readParts(request, maxBytes, new Refusal(413), (part) => void parts.push(part));
  try {
    return schema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
  } catch {
    throw new Refusal(400);
  }
}
