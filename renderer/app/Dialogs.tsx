import type { PropagationScope } from '#shared/domain/propagation';
import { mergeViewMessages } from '#shared/messages/en/merge-view';
import { call } from '../api/client.ts';
import { useStatus } from '../api/queries.ts';
import { AboutDialog } from '../features/help/AboutDialog.tsx';
import { KeyboardShortcuts } from '../features/help/KeyboardShortcuts.tsx';
import type { Shown } from '../features/annotate/annotate-props.ts';
import { BackupsDialog } from '../features/corpora/BackupsDialog.tsx';
import { CopyDialog } from '../features/corpora/CopyDialog.tsx';
import { CorpusDialog } from '../features/corpora/CorpusDialog.tsx';
import { FolderDialog } from '../features/corpora/FolderDialog.tsx';
import type { Damaged } from '../features/corpora/OpenTrouble.tsx';
import { RecoverDialog } from '../features/corpora/RecoverDialog.tsx';
import { SendCopyDialog } from '../features/corpora/SendCopyDialog.tsx';
import { CodebookDialog } from '../features/codebook/CodebookDialog.tsx';
import { EventsDialog } from '../features/events/EventsDialog.tsx';
import { HandOutDialog } from '../features/hand-out/HandOutDialog.tsx';
import { HistoryDialog } from '../features/history/HistoryDialog.tsx';
import { ImportDialog } from '../features/import/ImportDialog.tsx';
import type { OtherCopy } from '../features/merge/merge-choice.ts';
import { MergeDialog } from '../features/merge/MergeDialog.tsx';
import { KeptRules } from '../features/propagate/KeptRules.tsx';
import { PropagateDialog, type PropagationSource } from '../features/propagate/PropagateDialog.tsx';
import { ReadBackDialog } from '../features/read-back/ReadBackDialog.tsx';
import type { ChosenFile } from '../features/read-back/reading-choice.ts';
import { PersonDialog } from '../features/settings/PersonDialog.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { sayError } from '../ui/toasts.tsx';
import { isModifier, toKeys, type Shortcut } from './keys.ts';
import { VerifyDialog } from './VerifyDialog.tsx';

/** What lies over the window. `new` with files is followed by their import. */
export type OpenDialog =
  | { kind: 'import'; files: File[]; known?: readonly ChosenFile[] }
  | { kind: 'read-back'; files: readonly ChosenFile[] }
  | { kind: 'new'; thenImport?: File[] }
  | { kind: 'events'; card: string | null }
  | { kind: 'recover'; damaged: Damaged }
  | { kind: 'history'; article: { uid: string; title: string } | null }
  | { kind: 'propagate'; source: PropagationSource; scope: PropagationScope }
  | { kind: 'merge'; other: OtherCopy | File | null }
  | {
      kind:
        | 'choose-copy'
        | 'hand-out'
        | 'open'
        | 'person'
        | 'rules'
        | 'codebook'
        | 'shortcuts'
        | 'about'
        | 'settings'
        | 'verify'
        | 'backups'
        | 'send';
    };

type Props = {
  dialog: OpenDialog | null;
  /** The keys as the person has them. */
  shortcuts: readonly Shortcut[];
  onDialog(dialog: OpenDialog | null): void;
  onImported(firstArticle: string | null): void;
  onShow(shown: Shown): void;
  /** Takes back the last step. */
  onUndo(): void;
};

export function Dialogs({ dialog, shortcuts, onDialog, onImported, onShow, onUndo }: Props) {
  const close = () => onDialog(null);
  const recover = (damaged: Damaged) => onDialog({ kind: 'recover', damaged });
  const title = useStatus()?.title ?? '';
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'import':
      return (
        <ImportDialog
          key={dialog.known ? 'known' : 'chosen'}
          files={dialog.files}
          {...(dialog.known && { known: dialog.known })}
          onClose={close}
          onAnnotations={(files) => onDialog({ kind: 'read-back', files })}
          onImported={onImported}
        />
      );
    case 'read-back':
      return (
        <ReadBackDialog
          files={dialog.files}
          onClose={close}
          onArticles={(known) => onDialog({ kind: 'import', files: [], known })}
          onUndo={onUndo}
        />
      );
    case 'new':
      return (
        <CorpusDialog purpose="new" onDamaged={recover} onClose={() => void closeNew(dialog.thenImport, onDialog)} />
      );
    case 'open':
      return <CorpusDialog purpose="open" onDamaged={recover} onClose={close} />;
    case 'person':
      return <PersonDialog onClose={close} />;
    case 'recover':
      return <RecoverDialog damaged={dialog.damaged} onClose={close} />;
    case 'events':
      return (
        <EventsDialog
          start={dialog.card}
          onOpenClaim={(claim) => {
            close();
            onShow(claim);
          }}
          onClose={close}
        />
      );
    case 'propagate':
      return (
        <PropagateDialog
          source={dialog.source}
          scope={dialog.scope}
          onRules={() => onDialog({ kind: 'rules' })}
          onClose={close}
        />
      );
    case 'rules':
      return <KeptRules onClose={close} />;
    case 'shortcuts':
      return (
        <KeyboardShortcuts
          shortcuts={shortcuts}
          readKeys={({ nativeEvent }) => (isModifier(nativeEvent) ? undefined : toKeys(nativeEvent))}
          onAbout={() => onDialog({ kind: 'about' })}
          onClose={close}
        />
      );
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'codebook':
      return (
        <CodebookDialog
          onOpen={(opened) => {
            close();
            onShow({ ...opened, start: 0 });
          }}
          onClose={close}
        />
      );
    case 'settings':
      return <SettingsDialog onCodebook={title !== '' ? () => onDialog({ kind: 'codebook' }) : null} onClose={close} />;
    case 'verify':
      return <VerifyDialog onClose={close} />;
    case 'history':
      return <HistoryDialog article={dialog.article} onClose={close} />;
    case 'backups':
      return <BackupsDialog onClose={close} />;
    case 'merge':
      return (
        <MergeDialog
          other={dialog.other}
          onChoose={() => onDialog({ kind: 'choose-copy' })}
          onUndo={onUndo}
          onClose={close}
        />
      );
    case 'choose-copy':
      return (
        <CopyDialog
          title={mergeViewMessages.chooseTitle}
          takeWords={mergeViewMessages.chooseThis}
          onFile={(other) => onDialog({ kind: 'merge', other })}
          onClose={() => onDialog({ kind: 'merge', other: null })}
        />
      );
    case 'hand-out':
      return (
        <HandOutDialog
          corpus={title}
          chooseFolder={(choosing) => <FolderDialog purpose="folder" {...choosing} />}
          onClose={close}
        />
      );
    case 'send':
      return <SendCopyDialog name={title} onClose={close} />;
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
