import { hash } from 'node:crypto';
import { toCanonicalJson } from './canonical-json.ts';

export const sha256 = (data: string | Uint8Array): Buffer => hash('sha256', data, 'buffer');
export const sha256Hex = (data: string | Uint8Array): string => hash('sha256', data);

export type RowHeader = {
  strand: string;
  number: number;
  lamport: number;
  step: string | null;
  op: 'insert' | 'update' | 'delete';
  kind: string;
  target: string;
  article: string | null;
};

/**
 * What chains a journal row to the one before it in its strand.
 *
 * It covers the header and the SHA-256 of the payload, not the payload: so that a text or a name can be erased and the
 * chain still holds. `previous` is the hash of the row before, null for a strand's first.
 * Source: docs/decisions/0002-journal.md.
 */
export function hashRow(header: RowHeader, payloadSha256: Uint8Array, previous: Uint8Array | null): Buffer {
  const hex = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length).toString('hex');
  return sha256(toCanonicalJson({ ...header, payload: hex(payloadSha256), previous: previous && hex(previous) }));
}
