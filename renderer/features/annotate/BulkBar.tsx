import { ChevronDown, Link2, Trash2, X } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { annotationListMessages as words } from '#shared/messages/en/annotation-list';
import { foldForm } from '#shared/text/fold';
import { useCallProgress } from '../../api/use-call-progress.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommandKeys } from '../../ui/command-keys.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { quoteOf } from './use-annotations.ts';
import type { Bulk } from './use-bulk.ts';

type Props = {
  chosen: readonly Annotation[];
  rows: readonly Annotation[];
  labels: Label[];
  bulk: Bulk;
  isOff: boolean;
  onChoose(annotations: readonly Annotation[]): void;
  onClear(): void;
  onLink(): void;
};

/** What is done to the annotations that are chosen in the list. */
export function BulkBar({ chosen, rows, labels, bulk, isOff, onChoose, onClear, onLink }: Props) {
  const isBusy = isOff || bulk.running > 0;
  return (
    <div className="bulk" role="toolbar" aria-label={words.bulk}>
      <b className="tnum">{words.chosen(chosen.length)}</b>
      <Button
        variant="quiet"
        size="small"
        icon={<X className="i i-12" aria-hidden="true" />}
        aria-label={words.clear}
        title={words.clear}
        onClick={onClear}
      />
      <span className="grow" />
      <Menu
        trigger={<button type="button" className="btn btn-sm" aria-label={words.alikeName} />}
        items={listAlike(chosen, rows).map(([name, alike]) => ({ name, run: () => onChoose(alike) }))}
      >
        {words.alike}
        <ChevronDown className="i i-12" aria-hidden="true" />
      </Menu>
      <Menu
        trigger={<button type="button" className="btn btn-sm" disabled={isBusy} />}
        items={labels
          .filter(({ retired }) => !retired)
          .map(({ name, key }) => ({
            name,
            ...(key !== null && { keys: key }),
            run: () => bulk.relabel(chosen, name),
          }))}
      >
        {words.relabel}
        <ChevronDown className="i i-12" aria-hidden="true" />
      </Menu>
      <Button
        size="small"
        keys={useCommandKeys().entity}
        disabled={isBusy}
        icon={<Link2 className="i i-12" aria-hidden="true" />}
        onClick={onLink}
      >
        {words.link}
      </Button>
      <Button
        size="small"
        variant="danger"
        disabled={isBusy}
        icon={<Trash2 className="i i-12" aria-hidden="true" />}
        onClick={() => bulk.remove(chosen)}
      >
        {words.remove}
      </Button>
      {bulk.running > SHOWN_ABOVE && <Running count={bulk.running} />}
    </div>
  );
}

/** Of fewer it is done before it could be read. */
const SHOWN_ABOVE = 1000;

function Running({ count }: { count: number }) {
  const progress = useCallProgress();
  return <JobProgress label={words.working(count)} progress={progress && { ...progress, what: '' }} />;
}

/** Which of the rows have the words, the entity or the label of one that is chosen. */
function listAlike(chosen: readonly Annotation[], rows: readonly Annotation[]): [string, readonly Annotation[]][] {
  const by = (keyOf: (annotation: Annotation) => string | null) => {
    const wanted = new Set(chosen.map(keyOf).filter((key) => key !== null));
    return rows.filter((each) => wanted.has(keyOf(each) ?? ''));
  };
  return [
    [words.sameWords, by((each) => foldForm(quoteOf(each)))],
    [words.sameEntity, by(({ entityUid }) => entityUid)],
    [words.sameLabel, by(({ label }) => label)],
  ];
}
