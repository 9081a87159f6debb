import type { ReactNode } from 'react';
import { SquareArrowOutUpRight } from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import type { CitedRule } from '#shared/domain/review';
import { checkMessages as words } from '#shared/messages/en/check';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import type { Edge } from '../settle/move-edge.ts';
import { quoteOf } from '../settle/differences.ts';
import { RuleChoice } from '../settle/RuleChoice.tsx';
import type { EditedTag } from './edited-tag.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { TagFields } from './TagFields.tsx';
import type { Checking } from './use-checking.ts';

type Props = {
  checking: Checking;
  labels: readonly Label[];
  canWrite: boolean;
  isOutdated: boolean;
  text: string;
  /** What a correction, or something missing, is to say. */
  edited: EditedTag | null;
  reason: string | undefined;
  reasons: readonly string[];
  onEdit(changes: Partial<EditedTag>): void;
  onMove(edge: Edge, by: 1 | -1): void;
  onSelected(): void;
  /** A decision, or the form that it needs. */
  onBegin(what: 'accepted' | 'rejected' | 'corrected' | 'unsure' | 'missing'): void;
  onReason(reason: string): void;
  onSend(reason: string): void;
  onGiveUp(): void;
  onRule(rule: CitedRule | null): void;
  onOpen(): void;
};

const options = [
  ['accepted', 'Y', words.accept],
  ['rejected', 'N', words.reject],
  ['corrected', 'E', words.correct],
  ['missing', 'M', words.missing],
  ['unsure', 'U', words.unsure],
] as const;

/** What is asked of the annotation in focus, and the answers, each with its key. */
export function CheckBar(props: Props) {
  const { checking, labels, canWrite, isOutdated, onBegin, onOpen } = props;
  const { focused, mode, draft } = checking;
  if (!focused) return null;
  return (
    <section className="rp-decide" aria-label={words.decision} data-region>
      <div className="rp-question">
        <p className="strong" aria-live="polite">
          <bdi>{words.question(focused.label, quoteOf(focused))}</bdi>
        </p>
        <span className="hint">
          <bdi>{words.by(focused.annotator)}</bdi>
        </span>
        {isOutdated && <span className="hint rp-outdated">{words.outdated}</span>}
        <RuleChoice pair={{ left: focused, right: null }} labels={labels} rule={draft.rule} onRule={props.onRule} />
      </div>
      {mode === 'ask' ? (
        <div className="rp-options" role="group" aria-label={words.decision}>
          {options.map(([what, keys, name]) => (
            <Option key={what} keys={keys} isOff={!canWrite} onTake={() => onBegin(what)}>
              {name}
            </Option>
          ))}
          <span className="grow" />
          <Button variant="quiet" icon={<SquareArrowOutUpRight className="i" aria-hidden="true" />} onClick={onOpen}>
            {words.inText}
          </Button>
        </div>
      ) : (
        <DecisionForm key={`${focused.uid} ${mode}`} {...props} mode={mode} />
      )}
    </section>
  );
}

type FormProps = Props & { mode: Exclude<Checking['mode'], 'ask'> };

function DecisionForm({ mode, labels, text, edited, reason, reasons, ...on }: FormProps) {
  if (mode === 'rejected' || mode === 'unsure')
    return (
      <ReasonForm
        name={words.whySo[mode]}
        reasons={reasons}
        onChoose={on.onSend}
        onSend={on.onSend}
        onGiveUp={on.onGiveUp}
      />
    );
  return (
    <ReasonForm
      name={mode === 'corrected' ? words.correction : words.missingTag}
      reasons={reasons}
      {...(reason !== undefined && { chosen: reason })}
      send={words.send[mode]}
      onChoose={on.onReason}
      onSend={on.onSend}
      onGiveUp={on.onGiveUp}
    >
      {edited && (
        <TagFields
          tag={edited}
          labels={labels}
          text={text}
          onChange={on.onEdit}
          onMove={on.onMove}
          onSelected={on.onSelected}
        />
      )}
    </ReasonForm>
  );
}

type OptionProps = { keys: string; isOff: boolean; onTake(): void; children: ReactNode };

const Option = ({ keys, isOff, onTake, children }: OptionProps) => (
  <button type="button" className="rp-option" disabled={isOff} onClick={onTake}>
    <Kbd keys={keys} />
    {children}
  </button>
);
