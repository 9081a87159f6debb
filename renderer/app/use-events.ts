import { useEffect, useEffectEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { GalleyEvent } from '#shared/api/contract';
import { hostMessages } from '#shared/messages/en/browser-host';
import { listen } from '../api/client.ts';
import { gatherChanges } from '../api/gather-changes.ts';
import { applyEvent } from '../api/apply-event.ts';
import { say } from '../ui/toasts.tsx';
import type { Command } from './keys.ts';
import { isField } from './use-keys.ts';

/** Hears what the worker and the desktop's menu say. */
export function useEvents(run: (command: Command) => void): void {
  const client = useQueryClient();
  const hear = useEffectEvent((event: GalleyEvent) => {
    applyEvent(client, event);
    // the page looks alive without its host, so that one stays
    if (event.type === 'notice') say({ text: event.text, kind: event.text === hostMessages.gone ? 'bad' : 'plain' });
    if (event.type !== 'command') return;
    const isTextUndo = (event.name === 'undo' || event.name === 'redo') && isField(document.activeElement);
    if (isTextUndo)
      document.execCommand(event.name); // the menu's key came before the field's own
    else run(event.name);
  });
  useEffect(() => listen(gatherChanges((event) => hear(event))), []);
}
