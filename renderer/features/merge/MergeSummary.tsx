import { MergeChangeKind, type MergePlan } from '#shared/domain/merge';
import { mergeViewMessages as words } from '#shared/messages/en/merge-view';
import { momentWords, numberWords } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';
import { listKinds, type ChangeChoice } from './merge-choice.ts';

type Props = {
  /** Undefined while nothing is known of the other copy. */
  plan: MergePlan | undefined;
  onShow(shown: ChangeChoice): void;
  onAnother(): void;
};

/** Whose copy it is, who did what there, and what would be otherwise here; each number opens its list. */
export function MergeSummary({ plan, onShow, onAnother }: Props) {
  return (
    <section className="pane plan-summary" aria-label={words.summary}>
      <div className="pane-scroll">
        {plan && (
          <>
            <Facts {...plan} />
            <Counts plan={plan} onShow={onShow} />
          </>
        )}
      </div>
      <div className="stack plan-others">
        <Button onClick={onAnother}>{words.another}</Button>
      </div>
    </section>
  );
}

function Facts({ other, steps, erased }: MergePlan) {
  const { facts } = words;
  return (
    <div className="sec">
      <dl className="facts">
        <dt>{facts.corpus}</dt>
        <dd>
          <bdi className="strong">{other.title}</bdi>
        </dd>
        <dt>{facts.people}</dt>
        <dd>{other.people.length === 0 ? facts.nobody : <bdi>{other.people.join(', ')}</bdi>}</dd>
        {other.newest !== null && (
          <>
            <dt>{facts.newest}</dt>
            <dd>
              <time dateTime={other.newest}>{momentWords(other.newest)}</time>
            </dd>
          </>
        )}
        <dt>{facts.steps}</dt>
        <dd className="tnum">{numberWords(steps)}</dd>
      </dl>
      {other.isPackage && <p className="hint">{facts.package}</p>}
      {!other.isSameCorpus && <p className="hint merge-warned">{facts.otherCorpus}</p>}
      {erased > 0 && <p className="hint">{words.erased(erased)}</p>}
    </div>
  );
}

function Counts({ plan, onShow }: { plan: MergePlan; onShow(shown: ChangeChoice): void }) {
  const kinds = listKinds(plan.add, plan.change, plan.remove);
  if (kinds.length === 0) return null;
  return (
    <table className="table merge-counts" aria-label={words.counts}>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{words.names.heads.kind}</span>
          </th>
          {MergeChangeKind.options.map((change) => (
            <th key={change} scope="col" className="num">
              {words.countHeads[change]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{words.kind(kind)}</th>
            {MergeChangeKind.options.map((change) => {
              const n = plan[change][kind] ?? 0;
              return (
                <td key={change} className="num">
                  {n > 0 && (
                    <button
                      type="button"
                      className="merge-number tnum"
                      aria-label={words.countOf(kind, change, n)}
                      onClick={() => onShow({ kind, change })}
                    >
                      {numberWords(n)}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
