import { suggestionMessages as words } from '#shared/messages/en/suggestions';
import { numberWords } from '#shared/messages/en/ui';
import { Choice } from '../../ui/Choice.tsx';
import type { Suggested } from './use-suggestions.ts';

export type Listed = keyof typeof words.listed;

type Props = { listed: Listed; suggested: Suggested; onChoose(listed: Listed): void };

/** Whether the Inspector lists what is tagged or what is suggested. */
export function ListedChoice({ listed, suggested, onChoose }: Props) {
  return (
    <div className="insp-tools">
      <Choice<Listed>
        label={words.what}
        value={listed}
        options={[
          { value: 'annotations', name: words.listed.annotations },
          {
            value: 'suggestions',
            name: (
              <>
                {words.listed.suggestions}{' '}
                {suggested.isShown && <span className="num">{numberWords(suggested.all.length)}</span>}
              </>
            ),
          },
        ]}
        onChoose={onChoose}
      />
    </div>
  );
}
