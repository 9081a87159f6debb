import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { needsItsCase, PropagationOptions, PropagationScope } from '#shared/domain/propagation';
import { propagationMessages as words } from '#shared/messages/en/propagation';
import { letterOf } from '#shared/text/label-letter';
import { queries, useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { OutletCounts } from './OutletCounts.tsx';
import { PlaceList } from './PlaceList.tsx';
import { useAccepted } from './use-accepted.ts';
import { useApply } from './use-apply.ts';
import { usePlaces } from './use-places.ts';
import '../../styles/propagate.css';

/** The annotation whose name is looked for. `outlet`: of its article; null where it is not known. */
export type PropagationSource = { annotation: string; label: string; quote: string; outlet: string | null };

type Props = { source: PropagationSource; scope: PropagationScope; onRules(): void; onClose(): void };

const optionNames = Object.keys(words.options) as (keyof typeof words.options)[];
const none: never[] = [];

/** The same name elsewhere, as a concordance: each place is accepted or skipped, then all that are accepted are tagged as one step. */
export function PropagateDialog({ source, scope: firstScope, onRules, onClose }: Props) {
  const { annotation, label, quote, outlet } = source;
  const sign = useQuery(queries.codebook()).data?.labels.find(({ name }) => name === label);
  const canWrite = useStatus()?.mode === 'write';
  const [scope, setScope] = useState(firstScope);
  const [options, setOptions] = useState(() => PropagationOptions.parse({ matchCase: needsItsCase(quote) }));
  const [keepsRule, setKeepsRule] = useState(true);
  const { found, error, isLooking, isOld, progress } = usePlaces({ annotation, scope, options });
  const hits = found?.hits ?? none;
  const accepted = useAccepted(hits);
  const applying = useApply();
  const list = useRef<HTMLDivElement>(null);
  const keepRule = keepsRule && scope !== 'article';
  const canApply = canWrite && !isOld && !applying.isRunning && found !== null && (accepted.count > 0 || keepRule);

  const apply = () => {
    if (!canApply) return;
    const chosen = hits.filter((_, row) => accepted.isAccepted(row));
    void applying
      .run({ annotation, scope, options, hits: chosen, keepRule, label, quote })
      .then((isDone) => isDone && onClose());
  };

  // keys go to the places as soon as there are any, unless somebody is at the options already
  const hasPlaces = hits.length > 0;
  useEffect(() => {
    if (hasPlaces && !document.activeElement?.matches('input')) list.current?.focus();
  }, [hasPlaces]);

  const scopes = useMemo(
    () =>
      PropagationScope.options
        .filter((value) => value !== 'outlet' || outlet !== null)
        .map((value) => ({ value, name: words.scopes[value] })),
    [outlet],
  );

  return (
    <Dialog
      title={words.title}
      size="large"
      aside={
        <span className="prop-source">
          {sign && <Sign letter={letterOf(sign)} colour={sign.colour} line={sign.line} />}
          {label} <bdi className="theirs trunc">{quote}</bdi>
          {found?.entity != null && <bdi className="trunc">· {found.entity}</bdi>}
        </span>
      }
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onRules}>
            {words.rules}
          </Button>
          <span className="hint wide">{words.keys}</span>
          <span className="grow" />
          {scope !== 'article' && (
            <label className="prop-option">
              <input type="checkbox" checked={keepsRule} onChange={({ target }) => setKeepsRule(target.checked)} />
              {words.keepRule}
            </label>
          )}
          <Button variant="primary" keys="Enter" disabled={!canApply} onClick={apply}>
            {accepted.count === 0 && keepRule ? words.keepOnly : words.apply(accepted.count)}
          </Button>
        </>
      }
    >
      <div className="prop">
        <div className="prop-tools">
          <Choice<PropagationScope> label={words.scopeName} value={scope} options={scopes} onChoose={setScope} />
          <div className="prop-options" role="group" aria-label={words.optionsName}>
            {optionNames.map((name) => (
              <label key={name} className="prop-option">
                <input
                  type="checkbox"
                  checked={options[name] === true}
                  onChange={({ target }) => setOptions((before) => ({ ...before, [name]: target.checked }))}
                />
                {words.options[name]}
              </label>
            ))}
          </div>
        </div>
        <div className="prop-said">
          <span role="status" className="tnum">
            {isLooking ? words.looking : found ? words.found(found) : ''}
            {!isLooking && hasPlaces && ` · ${words.accepted(accepted.count)}`}
          </span>
          {found && !found.isIndexed && <span className="hint">{words.notIndexed}</span>}
          {found && !found.isWhole && <span className="hint">{words.notWhole(hits.length)}</span>}
        </div>
        {progress && <JobProgress label={words.looking} progress={{ ...progress, what: '' }} />}
        {applying.isRunning && (
          <JobProgress
            label={words.tagging}
            progress={applying.progress && { ...applying.progress, what: '' }}
            onCancel={applying.cancel}
          />
        )}
        {error ? (
          <Trouble error={error} />
        ) : hasPlaces ? (
          <div className={isOld ? 'prop-body is-old' : 'prop-body'}>
            <OutletCounts hits={hits} accepted={accepted} />
            <PlaceList hits={hits} accepted={accepted} list={list} onApply={apply} />
          </div>
        ) : (
          found &&
          !isLooking && (
            <Empty title={found.skipped > 0 ? words.allTagged : words.nowhere}>{words.nowhereHint[scope]}</Empty>
          )
        )}
      </div>
    </Dialog>
  );
}
