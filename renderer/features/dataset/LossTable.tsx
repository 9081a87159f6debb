import { Fragment, useState } from 'react';
import { Info, List } from 'lucide-react';
import type { LossGroup } from '#shared/domain/dataset';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { numberWords } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';

type Props = { losses: LossGroup[]; onWriteJsonl(): void };

/** What a format cannot carry, by kind, with what it keeps; each kind can be listed. */
export function LossTable({ losses, onWriteJsonl }: Props) {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const all = losses.map(({ what }) => what);
  const areAllShown = all.every((what) => shown.has(what));
  const toggle = (what: string) =>
    setShown(new Set(shown.has(what) ? [...shown].filter((each) => each !== what) : [...shown, what]));
  const items = losses.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="dataset-block" aria-labelledby="dataset-losses">
      <div className="dataset-block-head">
        <h2 id="dataset-losses">{words.losses}</h2>
        <span className="muted tnum">{losses.length === 0 ? words.noLosses : words.kinds(losses.length, items)}</span>
        <span className="grow" />
        {losses.length > 0 && (
          <Button
            variant="quiet"
            icon={<List className="i" aria-hidden="true" />}
            onClick={() => setShown(new Set(areAllShown ? [] : all))}
          >
            {areAllShown ? words.listNone : words.listAll}
          </Button>
        )}
      </div>
      {losses.length > 0 && (
        <table className="table">
          <tbody>
            {losses.map(({ what, kept, count, first }) => (
              <Fragment key={what}>
                <tr>
                  <td className="num loss-count">{numberWords(count)}</td>
                  <td>{what}</td>
                  <td className="muted">{kept}</td>
                  <td className="loss-go">
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={words.showLoss(what)}
                      aria-expanded={shown.has(what)}
                      onClick={() => toggle(what)}
                    >
                      {shown.has(what) ? words.hide : words.show}
                    </Button>
                  </td>
                </tr>
                {shown.has(what) && (
                  <tr>
                    <td />
                    <td colSpan={3}>
                      <ul className="loss-list">
                        {first.map(({ annotation, quote, part }) => (
                          <li key={`${annotation} ${part ?? ''}`} className="row">
                            <span className="hint tnum">{annotation.slice(0, 8)}</span>
                            <bdi className="quote trunc" title={quote}>
                              {quote}
                            </bdi>
                            {part !== undefined && <bdi className="hint">{part}</bdi>}
                          </li>
                        ))}
                        {count > first.length && <li className="hint">{words.moreLosses(count - first.length)}</li>}
                      </ul>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {losses.length > 0 && (
        <div className="say loss-note">
          <Info className="i" aria-hidden="true" />
          <p>
            {words.jsonlKeeps}{' '}
            <button type="button" className="text-button" onClick={onWriteJsonl}>
              {words.writeJsonl}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
