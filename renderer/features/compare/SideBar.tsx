import { useState } from 'react';
import { ArrowLeftRight, ChevronDown } from 'lucide-react';
import type { Compared, ComparisonCounts, SideName } from '#shared/domain/comparison';
import type { ArticleFilter } from '#shared/domain/filter';
import { compareMessages as words, sideWords } from '#shared/messages/en/compare';
import { outsideMessages } from '#shared/messages/en/outside';
import { useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { CountedNote } from './CountedNote.tsx';
import { SideDialog } from './SideDialog.tsx';
import { SideMark } from './SideMark.tsx';
import { useComparison } from './use-comparison.ts';

type Props = { compared: Compared; onChange(changes: Partial<Compared>): void };

/** What is set against what, and what was counted of it. */
export function SideBar({ compared, onChange }: Props) {
  const [open, setOpen] = useState<SideName | null>(null);
  const counts = useComparison('compare:counts', compared);
  return (
    <>
      <div className="sides" role="group" aria-label={words.sides} aria-busy={counts.isLooking}>
        <Side side="a" filter={compared.a} counts={counts.data} onOpen={setOpen} />
        <Button
          variant="quiet"
          icon={<ArrowLeftRight className="i" aria-hidden="true" />}
          aria-label={words.swap}
          title={words.swap}
          onClick={() => onChange({ a: compared.b, b: compared.a })}
        />
        <Side side="b" filter={compared.b} counts={counts.data} onOpen={setOpen} />
        <span className="grow" />
        <button
          type="button"
          role="switch"
          className={compared.checkedOnly ? 'chip chip-on' : 'chip'}
          aria-checked={compared.checkedOnly}
          onClick={() => onChange({ checkedOnly: !compared.checkedOnly })}
        >
          <i className={compared.checkedOnly ? 'switch is-on' : 'switch'} aria-hidden="true" />
          {words.checkedOnly}
        </button>
        {counts.data && <CountedNote counts={counts.data} isCheckedOnly={compared.checkedOnly} />}
      </div>
      {counts.error && <Trouble error={counts.error} />}
      {counts.data && <Cautions counts={counts.data} />}
      {open && (
        <SideDialog
          side={open}
          filter={compared[open]}
          onApply={(filter) => {
            onChange({ [open]: filter });
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

type SideProps = {
  side: SideName;
  filter: ArticleFilter;
  counts: ComparisonCounts | undefined;
  onOpen(side: SideName): void;
};

function Side({ side, filter, counts, onOpen }: SideProps) {
  const { name, rest } = sideWords(filter);
  const said = [name ?? words.all, ...rest].join(', ');
  return (
    <>
      <button type="button" className="side" aria-haspopup="dialog" title={said} onClick={() => onOpen(side)}>
        <span className="vh">{words.sideWord}</span>
        <SideMark side={side} />
        {name === null ? <b className="trunc">{words.all}</b> : <bdi className="theirs side-name trunc">{name}</bdi>}
        {rest.length > 0 && <bdi className="hint trunc side-rest">{rest.join(', ')}</bdi>}
        <ChevronDown className="i i-12" aria-hidden="true" />
      </button>
      {counts && (
        <span className="side-counts tnum">
          <span>{words.articles(counts[side].articles)}</span>
          <span className="side-tokens">{words.tokens(counts[side].tokens)}</span>
          <span className="side-checked">{words.checked(counts[side])}</span>
        </span>
      )}
    </>
  );
}

/** What a reader has to know before any figure. */
function Cautions({ counts }: { counts: ComparisonCounts }) {
  const part = useStatus()?.package;
  const sides = ['a', 'b'] as const;
  const isSame = counts.onBoth > 0 && sides.every((side) => counts[side].articles === counts.onBoth);
  const said = [
    ...sides.flatMap((side) =>
      counts[side].articles === 0
        ? [words.noArticle(side)]
        : counts[side].thin.length > 0
          ? [words.thin(side, counts[side])]
          : [],
    ),
    ...(part && part.others !== 0 ? [outsideMessages.compare(part.others)] : []),
    ...(isSame ? [words.same] : counts.onBoth > 0 ? [words.onBoth(counts.onBoth)] : []),
  ];
  if (said.length === 0) return null;
  return (
    <p className="cautions" role="status">
      {said.join(' ')}
    </p>
  );
}
