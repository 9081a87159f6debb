import { Lock } from 'lucide-react';
import type { CorpusStatus } from '#shared/domain/corpus';
import { modeMessages } from '#shared/messages/en/app';
import { call } from '../api/client.ts';
import { Button } from '../ui/Button.tsx';
import { sayError } from '../ui/toasts.tsx';

/** Why the open corpus is not simply written, in plain words; nothing where it is. */
export function ModeNote({ status: { mode, holder } }: { status: CorpusStatus }) {
  if (mode === 'write') return null;
  const text = mode === 'read' && holder !== null ? modeMessages.readBeside(holder) : modeMessages[mode];
  return (
    <div className={mode === 'replaced' ? 'mode-note say-bad' : 'mode-note say-warn'} role="status">
      <Lock className="i" aria-hidden="true" />
      <span className="grow">{text}</span>
      {mode === 'checking' && (
        <Button size="small" onClick={() => void call('corpus:write-anyway', {}).catch(sayError)}>
          {modeMessages.writeAnyway}
        </Button>
      )}
    </div>
  );
}
