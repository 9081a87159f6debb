import type { OpenDialog } from './Dialogs.tsx';

/** Dialogs that the menu and the palette open, of which nothing else has to be said. */
export type MenuDialog =
  | 'about'
  | 'backups'
  | 'codebook'
  | 'events'
  | 'hand-out'
  | 'history'
  | 'merge'
  | 'person'
  | 'rules'
  | 'send'
  | 'settings'
  | 'verify';

/** A dialog as it opens first. */
export function toDialog(kind: MenuDialog): OpenDialog {
  if (kind === 'events') return { kind, card: null };
  if (kind === 'history') return { kind, article: null };
  return kind === 'merge' ? { kind, other: null } : { kind };
}
