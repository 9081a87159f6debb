import { Fragment, useState } from 'react';
import type { Loss } from '#shared/domain/dataset';
import { datasetMessages as words } from '#shared/messages/en/dataset-view';
import { numberWords } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';

/** So many of one kind are listed; more would not be read here. */
const LISTED = 500;

/** What a format cannot carry, by kind, with what it keeps; each kind can be listed. */
export function LossTable({ losses }: { losses: Loss[] }) {
  const [shown, setShown] = useState<string | null>(null);
  const kinds = [...Map.groupBy(losses, ({ what }) => what)];
  return (
    <section className="dataset-block" aria-labelledby="dataset-losses">
      <div className="dataset-block-head">
        <h2 id="dataset-losses">{words.losses}</h2>
        <span className="muted tnum">
          {kinds.length === 0 ? words.noLosses : words.kinds(kinds.length, losses.length)}
        </span>
      </div>
      {kinds.length > 0 && (
        <table className="table">
          <tbody>
            {kinds.map(([what, each]) => (
              <Fragment key={what}>
                <tr>
                  <td className="num loss-count">{numberWords(each.length)}</td>
                  <td>{what}</td>
                  <td className="muted">{each[0]!.kept}</td>
                  <td className="loss-go">
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={words.showLoss(what)}
                      aria-expanded={shown === what}
                      onClick={() => setShown(shown === what ? null : what)}
                    >
                      {shown === what ? words.hide : words.show}
                    </Button>
                  </td>
                </tr>
                {shown === what && (
                  <tr>
                    <td />
                    <td colSpan={3}>
                      <ul className="loss-list">
                        {each.slice(0, LISTED).map(({ annotation, quote }) => (
                          <li key={annotation} className="row">
                            <span className="hint tnum">{annotation.slice(0, 8)}</span>
                            <bdi className="quote trunc" title={quote}>
                              {quote}
                            </bdi>
                          </li>
                        ))}
                        {each.length > LISTED && <li className="hint">{words.moreLosses(each.length - LISTED)}</li>}
                      </ul>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {kinds.length > 0 && <p className="hint loss-note">{words.jsonlKeeps}</p>}
    </section>
  );
}
