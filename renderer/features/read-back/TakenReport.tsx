import { NoteKind, type ImportedAnnotations } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { numberWords } from '#shared/messages/en/ui';

/** What came of it, in numbers, and what is new here because of it. */
export function TakenReport({ report }: { report: ImportedAnnotations }) {
  const { articles, annotations, relations, made } = report;
  const rows = [
    [words.doneRows.imported, articles.imported],
    [words.doneRows.added, annotations.added],
    [words.doneRows.changed, annotations.changed],
    [words.doneRows.corrected, annotations.corrected],
    [words.doneRows.removed, annotations.removed],
    [words.doneRows.rejected, annotations.rejected],
    [words.doneRows.relationsAdded, relations.added],
    [words.doneRows.relationsChanged, relations.changed],
    [words.doneRows.relationsRemoved, relations.removed],
    [words.doneRows.relationsRejected, relations.rejected],
  ] as const;
  const news = (['labels', 'attributes', 'relationKinds', 'people'] as const).filter((kind) => made[kind].length > 0);
  const counted = (['entities', 'eventCards'] as const).filter((kind) => made[kind] > 0);
  const notes = NoteKind.options.filter((kind) => report.counts[kind] > 0);
  return (
    <section className="taken-report" aria-label={words.done}>
      <div role="status">
        <h3 className="plan-came">{words.doneTitle(rows.reduce((sum, [, n]) => sum + n, 0))}</h3>
      </div>
      <dl className="read-back-counts">
        {[...rows.filter(([, n]) => n > 0), [words.doneRows.same, annotations.same + relations.same] as const].map(
          ([what, n]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd className="num">{numberWords(n)}</dd>
            </div>
          ),
        )}
      </dl>
      {news.length + counted.length > 0 && (
        <>
          <h4>{words.made}</h4>
          <ul>
            {news.map((kind) => (
              <li key={kind}>
                {words.madeRows[kind]}: <bdi className="theirs">{made[kind].join(', ')}</bdi>
              </li>
            ))}
            {counted.map((kind) => (
              <li key={kind} className="tnum">
                {words.madeRows[kind]}: {numberWords(made[kind])}
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <>
          <h4>{words.notes}</h4>
          <ul className="tnum">
            {notes.map((kind) => (
              <li key={kind}>{words.noteKind(kind, report.counts[kind])}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
