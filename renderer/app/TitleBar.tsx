import { CircleQuestionMark, Contrast, PanelLeft, Redo2, Search, Settings2, Undo2 } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { actWords, appMessages } from '#shared/messages/en/app';
import { paletteMessages } from '#shared/messages/en/palette';
import { call } from '../api/client.ts';
import { queries, useStatus } from '../api/queries.ts';
import { Button } from '../ui/Button.tsx';
import { useCommandKeys } from '../ui/command-keys.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { sayError } from '../ui/toasts.tsx';
import type { Damaged } from '../features/corpora/OpenTrouble.tsx';
import { CorpusMenu } from './CorpusMenu.tsx';
import type { View } from './place.ts';
import { SaveMark } from './SaveMark.tsx';
import type { MenuDialog } from './to-dialog.ts';
import { isDark } from './use-theme.ts';
import { ViewTabs } from './ViewTabs.tsx';

type Props = {
  view: View;
  isLibraryOut: boolean;
  onLibrary(): void;
  onView(view: View): void;
  onNew(): void;
  onOpen(): void;
  onDamaged(damaged: Damaged): void;
  onDialog(kind: MenuDialog): void;
  onUndo(): void;
  onRedo(): void;
  onHelp(): void;
  onPalette(): void;
};

/** The corpus, whether it is saved, the views, and what holds for all of them. */
export function TitleBar({
  view,
  isLibraryOut,
  onLibrary,
  onView,
  onUndo,
  onRedo,
  onHelp,
  onPalette,
  ...corpus
}: Props) {
  const keys = useCommandKeys();
  const isOpen = useStatus() !== null;
  const undo = useQuery({ ...queries.undoState(), enabled: isOpen }).data;
  const theme = useQuery(queries.settings()).data?.theme ?? 'system';
  const turn = () => void call('settings:set', { theme: isDark(theme) ? 'light' : 'dark' }).catch(sayError);
  return (
    <header className="bar" data-region>
      <div className="bar-doc">
        <svg className="mark" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M3.5 2v14M7 4.5h8M7 9h8M7 13.5h5" />
        </svg>
        {isOpen && view === 'annotate' && (
          <Button
            variant="quiet"
            className="for-narrow"
            icon={<PanelLeft className="i" aria-hidden="true" />}
            aria-label={appMessages.library}
            title={appMessages.library}
            aria-expanded={isLibraryOut}
            onMouseDown={(event) => event.preventDefault()} // else the list is put away before it is asked to go
            onClick={onLibrary}
          />
        )}
        <CorpusMenu {...corpus} />
        <SaveMark />
      </div>
      <ViewTabs view={view} isOff={!isOpen} onView={onView} />
      <div className="bar-end">
        <button type="button" className="cmd" onClick={onPalette}>
          <Search className="i" aria-hidden="true" />
          <span className="long">{paletteMessages.open}</span>
          {keys.palette !== undefined && <Kbd keys={keys.palette} />}
        </button>
        <Button
          variant="quiet"
          icon={<Undo2 className="i" aria-hidden="true" />}
          aria-label={appMessages.undo}
          title={undo?.undo ? appMessages.undoWhat(actWords[undo.undo.act]) : appMessages.undo}
          disabled={!undo?.undo}
          onClick={onUndo}
        />
        <Button
          variant="quiet"
          icon={<Redo2 className="i" aria-hidden="true" />}
          aria-label={appMessages.redo}
          title={appMessages.redo}
          disabled={!undo?.redo}
          onClick={onRedo}
        />
        <Button
          variant="quiet"
          icon={<Contrast className="i" aria-hidden="true" />}
          aria-label={appMessages.theme}
          title={appMessages.theme}
          onClick={turn}
        />
        <Button
          variant="quiet"
          icon={<Settings2 className="i" aria-hidden="true" />}
          aria-label={appMessages.settings}
          title={appMessages.settings}
          onClick={() => corpus.onDialog('settings')}
        />
        <Button
          variant="quiet"
          icon={<CircleQuestionMark className="i" aria-hidden="true" />}
          aria-label={appMessages.help}
          title={appMessages.help}
          onClick={onHelp}
        />
      </div>
    </header>
  );
}
