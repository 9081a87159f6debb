import { History, Lock } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { CorpusStatus } from '#shared/domain/corpus';
import type { Step } from '#shared/domain/journal';
import { actWords, modeMessages } from '#shared/messages/en/app';
import { asOfMessages } from '#shared/messages/en/history';
import { momentWords } from '#shared/messages/en/ui';
import { call } from '../api/client.ts';
import { useOpenCorpus } from '../api/open-corpus.ts';
import { queries } from '../api/queries.ts';
import { Button } from '../ui/Button.tsx';
import { sayError } from '../ui/toasts.tsx';
import { enterView } from './regions.ts';

/** Why the open corpus is not simply written, in plain words, and what helps; nothing where it is. */
export function ModeNote({ status: { mode, holder, folder, file, asOf } }: { status: CorpusStatus }) {
  const recent = useQuery(queries.recent()).data ?? [];
  const openCorpus = useOpenCorpus();
  if (asOf !== null) return <AsOfNote asOf={asOf} />;
  if (mode === 'write') return null;
  const isBeside = mode === 'read' && holder !== null;
  const run = (asked: Promise<unknown>) => void asked.then(enterView).catch(sayError); // the button goes away with the note
  const own = recent.find((each) => each.folder === folder && `${each.name}.galley` === file);
  return (
    <div className={mode === 'replaced' ? 'mode-note say-bad' : 'mode-note say-warn'} role="status">
      <Lock className="i" aria-hidden="true" />
      <span className="grow">{isBeside ? modeMessages.readBeside(holder) : modeMessages[mode]}</span>
      {isBeside && own && (
        <Button size="small" onClick={() => run(openCorpus('corpus:open', { handle: own.handle }))}>
          {modeMessages.openAgain}
        </Button>
      )}
      {mode === 'checking' && (
        <Button size="small" onClick={() => run(call('corpus:write-anyway', {}))}>
          {modeMessages.writeAnyway}
        </Button>
      )}
    </div>
  );
}

/** What is shown is not the corpus as it is, and the way back. */
function AsOfNote({ asOf: { act, annotator, at } }: { asOf: Step }) {
  const back = () => void call('keeping:back-to-now', {}).then(enterView).catch(sayError);
  return (
    <div className="mode-note say-warn" role="status">
      <History className="i" aria-hidden="true" />
      <span className="grow">{asOfMessages.banner(momentWords(at), annotator, actWords[act])}</span>
      <Button size="small" variant="primary" onClick={back}>
        {asOfMessages.back}
      </Button>
    </div>
  );
}
