import { RectangleEllipsis } from 'lucide-react';
import { suggestionMessages as words } from '#shared/messages/en/suggestions';
import { numberWords } from '#shared/messages/en/ui';
import type { Suggested } from './use-suggestions.ts';

/** Shows or hides the suggestions in the text. */
export function SuggestionSwitch({ suggested: { all, isLoading, isShown, toggle } }: { suggested: Suggested }) {
  return (
    <button type="button" className="layer" aria-pressed={isShown} onClick={toggle}>
      <RectangleEllipsis className="i" aria-hidden="true" />
      <span className="word">{words.switch}</span>{' '}
      <span className="num">{isLoading ? '…' : isShown && numberWords(all.length)}</span>
    </button>
  );
}
