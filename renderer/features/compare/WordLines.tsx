import { Tag } from 'lucide-react';
import type { Compared, SideName } from '#shared/domain/comparison';
import type { KeynessOf, KeynessRow } from '#shared/domain/keyness';
import type { MentionsMeant } from '#shared/domain/mention-line';
import { wordsWords as words } from '#shared/messages/en/compare-words';
import { Button } from '../../ui/Button.tsx';
import { BehindLines } from './BehindLines.tsx';
import type { TabProps } from './compare-props.ts';
import { LINES_SHOWN, SideLines } from './SideLines.tsx';
import { useComparison } from './use-comparison.ts';

const SIDES = ['a', 'b'] as const;

type Props = { row: KeynessRow; compared: Compared } & Pick<TabProps, 'onOpen' | 'onSearch'>;

/** The newest lines of a row, each side's beside the other's. Escape goes back to the row. */
export function RowLines({ of, onClose, ...props }: Props & { of: KeynessOf; onClose(): void }) {
  const { row, compared, onOpen } = props;
  return (
    <section
      className="lists-details"
      aria-label={words.lines(row.name)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.currentTarget.closest('tbody')?.querySelector<HTMLElement>('.dt-cell')?.focus();
        onClose();
      }}
    >
      {of === 'words' ? (
        <div className="behind">
          {SIDES.map((side) => (
            <LinesWithWord key={side} side={side} {...props} />
          ))}
        </div>
      ) : (
        <BehindLines
          compared={compared}
          sides={SIDES}
          meant={toMeant[of](row)}
          isConcordance={of === 'entities'}
          onOpen={onOpen}
        />
      )}
    </section>
  );
}

const toMeant: Readonly<Record<Exclude<KeynessOf, 'words'>, (row: KeynessRow) => MentionsMeant>> = {
  labels: ({ name }) => ({ label: name }),
  entities: ({ key }) => ({ entity: key }),
  verbs: ({ key }) => ({ verb: key }),
};

function LinesWithWord({ row: { key, name }, compared, side, onOpen, onSearch }: Props & { side: SideName }) {
  const asked = useComparison('compare:word-lines', { ...compared, word: key, side, ...LINES_SHOWN });
  return (
    <SideLines
      side={side}
      asked={asked}
      isConcordance
      onOpen={onOpen}
      tools={
        asked.data !== undefined &&
        asked.data.total > 0 && (
          <Button
            size="small"
            icon={<Tag className="i i-12" aria-hidden="true" />}
            title={words.tagHint}
            onClick={() => onSearch(name, compared[side])}
          >
            {words.tag}
          </Button>
        )
      }
    />
  );
}
