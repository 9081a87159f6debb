import { call } from '../api/client.ts';
import { AboutDialog } from '../features/help/AboutDialog.tsx';
import { KeyboardShortcuts } from '../features/help/KeyboardShortcuts.tsx';
import { CorpusDialog } from '../features/corpora/CorpusDialog.tsx';
import { ImportDialog } from '../features/import/ImportDialog.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { sayError } from '../ui/toasts.tsx';
import { shortcuts } from './keys.ts';
import { VerifyDialog } from './VerifyDialog.tsx';

/** What lies over the window. `new` with files is followed by their import. */
export type OpenDialog =
  | { kind: 'import'; files: File[] }
  | { kind: 'new'; thenImport?: File[] }
  | { kind: 'open' | 'shortcuts' | 'about' | 'settings' | 'verify' };

type Props = {
  dialog: OpenDialog | null;
  onDialog(dialog: OpenDialog | null): void;
  onImported(firstArticle: string | null): void;
};

export function Dialogs({ dialog, onDialog, onImported }: Props) {
  const close = () => onDialog(null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'import':
      return <ImportDialog files={dialog.files} onClose={close} onImported={onImported} />;
    case 'new':
      return <CorpusDialog purpose="new" onClose={() => void closeNew(dialog.thenImport, onDialog)} />;
    case 'open':
      return <CorpusDialog purpose="open" onClose={close} />;
    case 'shortcuts':
      return <KeyboardShortcuts shortcuts={shortcuts} onAbout={() => onDialog({ kind: 'about' })} onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'verify':
      return <VerifyDialog onClose={close} />;
  }
}

/** Goes on to the import that a new corpus was made for, unless the person thought better of it. */
async function closeNew(files: File[] | undefined, onDialog: Props['onDialog']): Promise<void> {
  onDialog(null);
  if (files === undefined) return;
  try {
    if ((await call('corpus:status', {})) !== null) onDialog({ kind: 'import', files });
  } catch (error) {
    sayError(error);
  }
}
