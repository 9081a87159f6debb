import { uiMessages } from '#shared/messages/en/ui';
import type { TypedState } from './use-saved-text.ts';

/** How far what is typed is: typing, saving, saved, or not saved and why. */
export function TypedMark({ state }: { state: TypedState }) {
  const { saving } = uiMessages;
  return (
    <span className="end" role="status">
      {state.kind === 'still' ? '' : state.kind === 'failed' ? saving.failed(state.why) : saving[state.kind]}
    </span>
  );
}
