import { sha256 } from './journal/hash.ts';

/**
 * A uid that follows from what it names (UUID version 8): whoever makes the same thing gives it the same uid, so that
 * two people's copies know it as one.
 */
export function deriveUid(
  kind:
    | 'article'
    | 'label'
    | 'attribute'
    | 'relation_kind'
    | 'relation'
    | 'article_work'
    | 'assignment'
    | 'cluster_member'
    | 'review'
    | 'adjudication'
    | 'settlement'
    | 'settled'
    | 'agreed'
    | 'exemption'
    | 'suggestion'
    | 'dismissal'
    | 'saved_filter'
    | 'dataset'
    | 'import_mapping'
    | 'imported_annotation',
  ...parts: (string | number)[]
): string {
  const bytes = sha256(JSON.stringify(['galley', kind, ...parts])).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
