import { createHash } from 'node:crypto';

/** A GUID that follows from what it names (UUID version 8): the same project has the same GUIDs. */
export function deriveGuid(kind: 'user' | 'variable' | 'part' | 'coding' | 'note', name: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['galley', 'qdpx', kind, name]))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
