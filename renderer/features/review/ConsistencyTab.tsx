import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ConsistencyRule, type Finding } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { save } from '../../api/save.ts';
import { useAskedJob } from '../../api/use-asked-job.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { letterOfKey } from '../../ui/letter-of-key.ts';
import { findRowForKey } from '../../ui/row-for-key.ts';
import { say, sayError } from '../../ui/toasts.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { FindingRow, idOfFinding } from './consistency/FindingRow.tsx';
import { RuleList } from './consistency/RuleList.tsx';
import type { ReviewTabProps } from './review-props.ts';
import '../../styles/review-consistency.css';

const ROW = 72;
/** Of each rule; the next ones come as these are mended. */
const LIMIT = 1000;
/** So many are mended at once. */
const AT_ONCE = 2000;
const QUICK = ConsistencyRule.options.filter((rule) => rule !== 'near-copies');
const none: Finding[] = [];

/** What does not fit together in the tags: a list to work through, each repair one key. */
export function ConsistencyTab({ onOpen, onTab }: ReviewTabProps) {
  const [rule, setRule] = useState<ConsistencyRule | null>(null);
  const [withExempt, setWithExempt] = useState(false);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const isCopies = rule === 'near-copies';
  // near copies are looked for when they are asked for: it takes longest
  const asked = useAskedJob('consistency', 'consistency:find', {
    onlyExempt: withExempt,
    rules: isCopies ? ['near-copies'] : QUICK,
    limit: LIMIT,
  });
  const all = asked.data?.findings ?? none;
  const findings = rule === null ? all : all.filter((each) => each.rule === rule);
  const active = Math.min(at, findings.length - 1);
  const focused = findings[active] ?? null;
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, []);

  const fix = async (some: readonly Finding[]) => {
    const fixes = some
      .slice(0, AT_ONCE)
      .flatMap(({ annotation, label, start, end, fix: mend }) =>
        annotation && label !== null && mend ? [{ annotation, label, start, end, fix: mend }] : [],
      );
    if (fixes.length === 0) return;
    try {
      const { changed, reviewed, left } = await save('consistency:fix', { fixes });
      say({ text: words.fixed(changed, reviewed, left) });
    } catch (error) {
      sayError(error);
    }
  };
  const exempt = ({ rule: of, subject, isExempt }: Finding) =>
    save('consistency:exempt', { rule: of, subject, isExempt: !isExempt }).catch(sayError);
  const open = ({ article, annotation, start }: Finding) =>
    annotation === null ? onTab('settle', article) : onOpen({ article, annotation, start });
  const go = (next: number | undefined) => {
    const row = next === undefined ? undefined : findings[next];
    if (!row) return;
    setAt(next!);
    document.getElementById(idOfFinding(row))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !focused) return;
    const letter = letterOfKey(event.nativeEvent);
    const { clientHeight: viewHeight } = event.currentTarget;
    if (event.key === 'Enter') void fix([focused]);
    else if (letter === 'X') void exempt(focused);
    else if (letter === 'O') open(focused);
    else if (letter === 'J' || letter === 'K') go(active + (letter === 'J' ? 1 : -1));
    else {
      const next = findRowForKey(event.key, { active, count: findings.length, rowHeight: ROW, viewHeight });
      if (next === undefined) return;
      go(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const fixable = findings.filter((each) => each.fix !== null && each.annotation !== null);
  return (
    <div className="rc">
      <RuleList
        counts={asked.data}
        isCopies={isCopies}
        rule={rule}
        withExempt={withExempt}
        onRule={(next) => {
          setRule(next);
          setAt(0);
        }}
        onExempt={setWithExempt}
      />
      <section className="pane rc-main" aria-label={words.list} data-region>
        <div className="pane-head">
          <h2>{words.list}</h2>
          <span className="num">{asked.data && findings.length.toLocaleString('en')}</span>
          <span className="grow" />
          {rule && fixable.length > 1 && (
            <Button size="small" onClick={() => void fix(fixable)}>
              {words.fixAll(fixable.length)}
            </Button>
          )}
        </div>
        {asked.error && <Trouble error={asked.error} />}
        {asked.isLooking && !asked.data && (
          <JobProgress label={words.looking} progress={asked.progress} onCancel={asked.cancel} />
        )}
        {asked.isStopped && (
          <p className="row">
            {words.stopped} <Button onClick={asked.again}>{words.again}</Button>
          </p>
        )}
        {asked.data && findings.length === 0 && (
          <Empty title={words.emptyTitle}>
            <p>{words.none}</p>
          </Empty>
        )}
        <div
          ref={list}
          className="pane-scroll list rc-list"
          role="listbox"
          aria-label={words.list}
          aria-busy={asked.isLooking}
          aria-activedescendant={focused ? idOfFinding(focused) : undefined}
          tabIndex={0}
          data-region-start
          onKeyDown={press}
        >
          {findings.map((each, n) => (
            <FindingRow key={idOfFinding(each)} finding={each} isOn={n === active} onChoose={() => setAt(n)} />
          ))}
        </div>
        {focused && (
          <div className="row rc-acts" role="group" aria-label={words.acts}>
            {focused.fix && (
              <Button size="small" variant="primary" onClick={() => void fix([focused])}>
                {words.fix(focused.fix)}
              </Button>
            )}
            <Button size="small" onClick={() => void exempt(focused)}>
              {focused.isExempt ? words.takeBack : words.exempt}
            </Button>
            <Button size="small" onClick={() => open(focused)}>
              {words.open}
            </Button>
            <span className="hint">{words.keys}</span>
          </div>
        )}
      </section>
    </div>
  );
}
