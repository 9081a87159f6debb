import type { InterchangePlan } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { numberWords } from '#shared/messages/en/ui';

/** What is in files: how well words and offsets agree, how many documents, and how annotations differ from those here. */
export function ReadingFacts({ plan }: { plan: InterchangePlan }) {
  const { agreement, documents, annotations, relations } = plan;
  const { quoted, agree, moved, widened, unplaced } = agreement;
  const total = (['same', 'new', 'changed', 'deleted'] as const).map(
    (kind) => [kind, annotations[kind] + relations[kind]] as const,
  );
  const ofRelations = relations.same + relations.new + relations.changed + relations.deleted;
  return (
    <>
      <div className="sec">
        <h3 className="sec-h">{words.agreement}</h3>
        <ul className="read-back-agreement tnum">
          <li className={quoted > 0 && agree === quoted ? 'is-good' : ''}>{words.agree(agree, quoted)}</li>
          {moved > 0 && <li>{words.moved(moved)}</li>}
          {widened > 0 && <li>{words.widened(widened)}</li>}
          {unplaced > 0 && <li className="is-warned">{words.unplaced(unplaced)}</li>}
        </ul>
      </div>
      <Counts
        name={words.documents}
        rows={(['here', 'new', 'withoutText'] as const).map((kind) => [words.documentRows[kind], documents[kind]])}
      />
      <Counts name={words.annotations} rows={total.map(([kind, n]) => [words.annotationRows[kind], n])} />
      {ofRelations > 0 && <p className="hint read-back-relations">{words.relations(ofRelations)}</p>}
    </>
  );
}

function Counts({ name, rows }: { name: string; rows: [string, number][] }) {
  return (
    <div className="sec">
      <h3 className="sec-h">{name}</h3>
      <dl className="read-back-counts">
        {rows.map(([what, n]) => (
          <div key={what} className={n === 0 ? 'is-none' : ''}>
            <dt>{what}</dt>
            <dd className="num">{numberWords(n)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
