import { ChevronDown } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { Handle } from '#shared/domain/ids';
import { appMessages } from '#shared/messages/en/app';
import { historyDialogMessages } from '#shared/messages/en/history';
import { handOutViewMessages } from '#shared/messages/en/hand-out-view';
import { mergeViewMessages } from '#shared/messages/en/merge-view';
import { backupsMessages, recoverMessages } from '#shared/messages/en/keeping';
import { codebookMessages } from '#shared/messages/en/codebook';
import { clusterMessages } from '#shared/messages/en/relations';
import { useOpenCorpus } from '../api/open-corpus.ts';
import { queries, useStatus } from '../api/queries.ts';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { toDamaged, type Damaged } from '../features/corpora/OpenTrouble.tsx';
import { say, sayError } from '../ui/toasts.tsx';
import type { MenuDialog } from './to-dialog.ts';

type Props = {
  onNew(): void;
  onOpen(): void;
  onDamaged(damaged: Damaged): void;
  onDialog(kind: MenuDialog): void;
};

const RECENT_SHOWN = 8;

/** The name of the open corpus, and what can be done with corpora. */
export function CorpusMenu({ onNew, onOpen, onDamaged, onDialog }: Props) {
  const status = useStatus();
  const recent = useQuery(queries.recent()).data ?? [];
  const openCorpus = useOpenCorpus();
  const title = status?.title ?? appMessages.name;
  const others = recent.filter(({ folder, name }) => folder !== status?.folder || `${name}.galley` !== status.file);
  const sayNotOpened = (error: unknown, file: Handle) => {
    const damaged = toDamaged(error, file);
    if (damaged === undefined) return sayError(error);
    const action = { name: recoverMessages.offer, run: () => onDamaged(damaged) };
    say({ text: (error as Error).message, kind: 'bad', action });
  };
  const items: MenuItem[] = [
    { name: appMessages.menu.new, run: onNew },
    { name: appMessages.menu.open, keys: 'Ctrl O', run: onOpen },
    { name: appMessages.menu.sample, run: () => void openCorpus('corpus:open-sample', {}).catch(sayError) },
    ...(others.length > 0 ? [{ rule: true as const }, { heading: appMessages.menu.recent }] : []),
    ...others.slice(0, RECENT_SHOWN).map(({ handle, name, folder }) => ({
      name,
      aside: folder,
      run: () => void openCorpus('corpus:open', { handle }).catch((error: unknown) => sayNotOpened(error, handle)),
    })),
    { rule: true },
    ...(status
      ? [
          { name: codebookMessages.menu, run: () => onDialog('codebook') },
          { name: clusterMessages.menu, run: () => onDialog('events') },
          { name: historyDialogMessages.menu, run: () => onDialog('history') },
          { name: backupsMessages.menu, run: () => onDialog('backups') },
          { name: backupsMessages.sendMenu, run: () => onDialog('send') },
          { name: handOutViewMessages.menu, run: () => onDialog('hand-out') },
          { name: mergeViewMessages.menu, run: () => onDialog('merge') },
          { name: appMessages.menu.verify, run: () => onDialog('verify') },
        ]
      : []),
    { name: appMessages.menu.about, run: () => onDialog('about') },
  ];
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="doc"
          aria-label={appMessages.corpusMenu(title)}
          title={status ? `${status.folder}/${status.file}` : undefined}
        />
      }
      items={items}
    >
      <bdi className="trunc">{title}</bdi>
      <ChevronDown className="i i-12" aria-hidden="true" />
    </Menu>
  );
}
