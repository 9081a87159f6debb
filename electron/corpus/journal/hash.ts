import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

export const sha256 = (data: string | Uint8Array): Buffer => hash('sha256', data, 'buffer');
export const sha256Hex = (data: string | Uint8Array): string => hash('sha256', data);

/** Canonical JSON (RFC 8785): the same value gives the same bytes everywhere. */
export function toCanonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new Error('A value without a JSON form cannot be journalled');
  return json;
}

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
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return sha256(toCanonicalJson({ ...header, payload: hex(payloadSha256), previous: previous && hex(previous) }));
}
