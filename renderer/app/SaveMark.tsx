import { Check, Lock, TriangleAlert } from 'lucide-react';
import { appMessages } from '#shared/messages/en/app';
import { useStatus } from '../api/queries.ts';
import { useSaveState } from '../api/save.ts';

/** Whether all that was done is in the corpus; why not, where it is not. */
export function SaveMark() {
  const status = useStatus();
  const state = useSaveState();
  const words = appMessages.save;
  if (!status) return null;
  if (state.kind === 'failed')
    return (
      <span className="saved is-failed" role="status" title={state.why}>
        <TriangleAlert className="i i-12" aria-hidden="true" />
        <span aria-hidden="true">{words.failed}</span>
        <span className="vh">{words.failedBecause(state.why)}</span>
      </span>
    );
  if (status.mode !== 'write')
    return (
      <span className="saved">
        <Lock className="i i-12" aria-hidden="true" />
        {words.notWriting}
      </span>
    );
  return (
    <span className="saved">
      {state.kind === 'saved' && <Check className="i i-12" aria-hidden="true" />}
      {words[state.kind]}
    </span>
  );
}
