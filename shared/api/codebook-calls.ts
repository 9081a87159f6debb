import { z } from 'zod';
import { AttributeChanges, NewAttribute } from '../domain/attribute.ts';
import { Codebook, CodebookVersion, LabelChanges, Misfit, NewLabel } from '../domain/codebook.ts';
import { ImportedCodebook } from '../domain/codebook-file.ts';
import { Handle } from '../domain/ids.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const labelErrors = [...WRITE_ERRORS, 'label-exists', 'label-unknown', 'key-taken'] as const;
const attributeErrors = [
  ...WRITE_ERRORS,
  'label-unknown',
  'attribute-unknown',
  'attribute-exists',
  'attribute-group-stays',
] as const;

export const codebookCalls = {
  'codebook:get': { input: z.object({}), output: Codebook, errors: READ_ERRORS, access: 'read' },
  'codebook:add-label': {
    input: NewLabel,
    output: Codebook,
    errors: [...labelErrors, 'labels-full'],
    access: 'write',
  },
  /** A label that is retired stays where it is, and nothing new may have it. */
  'codebook:update-label': {
    input: z.object({ label: z.string(), changes: LabelChanges }),
    output: Codebook,
    errors: labelErrors,
    access: 'write',
  },
  /** Behind the others of the label; with `group`, a field of that attribute. */
  'codebook:add-attribute': {
    input: z.object({ label: z.string(), group: z.string().optional(), attribute: NewAttribute }),
    output: Codebook,
    errors: attributeErrors,
    access: 'write',
  },
  /** `attribute`: its name, or `group.field`. Values that no longer fit are kept: `codebook:misfits` lists them. */
  'codebook:update-attribute': {
    input: z.object({ label: z.string(), attribute: z.string(), changes: AttributeChanges }),
    output: Codebook,
    errors: attributeErrors,
    access: 'write',
  },
  /** Values that do not fit the codebook as it is now; the first of them, and how many there are. */
  'codebook:misfits': {
    input: z.object({ limit: z.int().min(1).max(10_000).default(1000) }),
    output: z.object({ total: z.int(), misfits: z.array(Misfit) }),
    errors: READ_ERRORS,
    access: 'read',
    long: true,
  },
  /** The codebooks that annotations were made by, the newest first. */
  'codebook:versions': {
    input: z.object({}),
    output: z.array(CodebookVersion),
    errors: READ_ERRORS,
    access: 'read',
    long: true,
  },
  /** The codebook as the text of one JSON file (docs/codebook.md), and a name for it; with `folder`, a new one, written there too. */
  'codebook:export': {
    input: z.object({ folder: Handle.optional() }),
    output: z.object({ name: z.string(), text: z.string() }),
    errors: [...READ_ERRORS, 'handle-unknown', 'folder-not-empty', 'folder-read-only'],
    access: 'read',
  },
  /** Takes over what the text of such a file says; what only this corpus has stays. With `dryRun` it only says what it would do. */
  'codebook:import': {
    input: z.object({ text: z.string().max(5_000_000), dryRun: z.boolean().default(false) }),
    output: ImportedCodebook,
    errors: [...WRITE_ERRORS, 'codebook-file-unreadable', 'codebook-file-newer', 'labels-full'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
