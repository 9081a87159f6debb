import type { Finding } from '#shared/domain/consistency';

export const idOfFinding = ({ rule, subject }: Finding) => `finding-${rule}-${subject.replaceAll(' ', '-')}`;

type Props = { finding: Finding; isOn: boolean; onChoose(): void };

/** One finding in its context. */
export function FindingRow({ finding, isOn, onChoose }: Props) {
  const { title, label, annotator, before, quote, after, what } = finding;
  return (
    <div id={idOfFinding(finding)} className="rc-row" role="option" aria-selected={isOn} onMouseDown={onChoose}>
      <p className="hint">
        {label !== null && <b>{label} </b>}
        {what}
        {annotator !== null && (
          <>
            {' · '}
            <bdi>{annotator}</bdi>
          </>
        )}
      </p>
      <p className="theirs" dir="auto">
        {before}
        <mark>{quote}</mark>
        {after}
      </p>
      <p className="hint">
        <bdi>{title}</bdi>
      </p>
    </div>
  );
}
