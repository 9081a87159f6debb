import type { Ref } from 'react';
import { Files } from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import type { Finding } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { TagSign } from '../settle/TagSign.tsx';

export const idOfRow = (index: number) => `finding-${index}`;

type Props = {
  ref: Ref<HTMLDivElement>;
  index: number;
  of: number;
  top: number;
  finding: Finding;
  labels: readonly Label[];
  isOn: boolean;
  onChoose(): void;
};

/** One finding in its context, with what is odd about it and what is proposed. */
export function FindingRow({ ref, index, of, top, finding, labels, isOn, onChoose }: Props) {
  const { title, outlet, label, annotator, before, quote, after, what, fix, copy } = finding;
  return (
    <div
      ref={ref}
      id={idOfRow(index)}
      data-index={index}
      className="virtual-row rp-row rc-row"
      role="option"
      aria-selected={isOn}
      aria-posinset={index + 1}
      aria-setsize={of}
      style={{ top }}
      onClick={onChoose}
    >
      {label === null ? (
        <Files className="i" aria-hidden="true" />
      ) : (
        <>
          <TagSign label={label} labels={labels} />
          <span className="vh">{words.says(label)} </span>
        </>
      )}
      <span className="grow">
        {copy ? (
          <span className="theirs rc-copies">
            <span className="trunc">
              <Article title={title} outlet={outlet} />
            </span>{' '}
            <span className="trunc">
              <Article title={copy.title} outlet={copy.outlet} />
            </span>
          </span>
        ) : (
          <span className="theirs rc-words" dir="auto">
            {before}
            <mark>{quote}</mark>
            {after}
          </span>
        )}{' '}
        <span className="rc-what">
          <bdi>{what}</bdi>
          {fix && (
            <>
              {' '}
              <bdi className="rc-fix">{words.proposed(words.fix(fix))}</bdi>
            </>
          )}
        </span>{' '}
        {!copy && (
          <span className="meta trunc">
            <bdi>{annotator}</bdi>
            {' · '}
            <Article title={title} outlet={outlet} />
          </span>
        )}
      </span>
    </div>
  );
}

const Article = ({ title, outlet }: Pick<Finding, 'title' | 'outlet'>) => (
  <>
    {outlet !== null && (
      <>
        <bdi>{outlet}</bdi>
        {' · '}
      </>
    )}
    <bdi>{title}</bdi>
  </>
);
