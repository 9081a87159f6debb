import { z } from 'zod';
import { NewAttribute, NewField } from './attribute.ts';
import { MOST_ATTRIBUTES, MOST_LABELS, MOST_RELATION_KINDS, NewLabel, type Codebook } from './codebook.ts';
import { RelationKindChanges, RelationKindName } from './relation.ts';

/** The newest form of the file that is known. */
export const CODEBOOK_FORMAT = 1;

const uid = z.uuid().optional();
const retired = z.boolean().default(false);
const FileField = NewField.extend({ uid, retired });
const FileAttribute = NewAttribute.extend({ uid, retired, fields: z.array(FileField).max(50).default([]) });
export type FileAttribute = z.infer<typeof FileAttribute>;
const FileLabel = NewLabel.extend({
  uid,
  retired,
  attributes: z.array(FileAttribute).max(MOST_ATTRIBUTES).default([]),
});
export type FileLabel = z.infer<typeof FileLabel>;
const FileRelationKind = RelationKindChanges.extend({ uid, retired, name: RelationKindName });
export type FileRelationKind = z.infer<typeof FileRelationKind>;

/** A codebook as one JSON file (docs/codebook.md). Things are known by uid where they have one, else by name. */
export const CodebookFile = z.object({
  galley: z.literal('codebook'),
  format: z.literal(CODEBOOK_FORMAT),
  labels: z.array(FileLabel).max(MOST_LABELS),
  relationKinds: z.array(FileRelationKind).max(MOST_RELATION_KINDS).default([]),
});
export type CodebookFile = z.infer<typeof CodebookFile>;

/** The file's text. The same codebook gives the same. */
export function formatCodebookFile({ labels, relationKinds }: Pick<Codebook, 'labels' | 'relationKinds'>): string {
  const file = CodebookFile.parse({ galley: 'codebook', format: CODEBOOK_FORMAT, labels, relationKinds });
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * What an import of a codebook did, each line a thing by its path (`claim.figures.unit`). `left`: what could not be taken over
 * as it stands there, and why. `onlyHere`: what this corpus has beyond the file.
 */
export const ImportedCodebook = z.object({
  added: z.array(z.string()),
  changed: z.array(z.object({ what: z.string(), fields: z.array(z.string()) })),
  same: z.int(),
  left: z.array(z.object({ what: z.string(), why: z.string() })),
  onlyHere: z.array(z.string()),
});
export type ImportedCodebook = z.infer<typeof ImportedCodebook>;
