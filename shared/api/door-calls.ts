import { z } from 'zod';
import { Handle } from '../domain/ids.ts';
import type { Channel } from './channel.ts';

/** Calls that a door with a screen answers itself: what a person chooses, and where files go. The worker refuses them. */
export const doorCalls = {
  /** `desktop` has dialogs of the system; `browser` shows folders of this computer in the page (`places:list`). */
  'door:about': {
    input: z.object({}),
    output: z.object({ kind: z.enum(['desktop', 'browser']) }),
    errors: [],
    access: 'door',
  },
  /** Asks for files to import, on the desktop also for a folder; none where the person thought better of it. */
  'door:choose-files': {
    input: z.object({ what: z.enum(['files', 'folder']).default('files') }),
    output: z.object({ files: z.array(z.object({ handle: Handle, name: z.string() })) }),
    errors: ['upload-too-large', 'disk-full', 'disk-failed'],
    access: 'door',
  },
  /** Asks for a corpus to open, or for the name and place of a new one; on the desktop only. */
  'door:choose-corpus': {
    input: z.object({ purpose: z.enum(['open', 'new']), suggestedName: z.string().max(100).default('') }),
    output: z.object({ handle: Handle.nullable() }),
    errors: [],
    access: 'door',
  },
  /** A folder that a dataset may be written into; null where the person thought better of it. */
  'door:begin-export': {
    input: z.object({ name: z.string().trim().min(1).max(100) }),
    output: z.object({ folder: Handle.nullable() }),
    errors: ['folder-read-only', 'disk-full', 'disk-failed'],
    access: 'door',
  },
  /** Hands over what was written: `savedTo` on the desktop; in a browser `download`, an address that works once. */
  'door:end-export': {
    input: z.object({ folder: Handle }),
    output: z.object({ savedTo: z.string().nullable(), download: z.string().nullable() }),
    errors: ['handle-unknown', 'disk-full', 'disk-failed'],
    access: 'door',
  },
} as const satisfies Record<string, Channel>;
