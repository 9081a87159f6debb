import { useQuery } from '@tanstack/react-query';
import type { PropagationRule } from '#shared/domain/propagation';
import { propagationMessages as words } from '#shared/messages/en/propagation';
import { uiMessages } from '#shared/messages/en/ui';
import { letterOf } from '#shared/text/label-letter';
import { queries, useStatus } from '../../api/queries.ts';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { sayError } from '../../ui/toasts.tsx';
import '../../styles/propagate.css';

/** Rules that were kept of propagations: what each looks for, where, and whether it is in use. */
export function KeptRules({ onClose }: { onClose(): void }) {
  const { data: rules } = useQuery(queries.rules());
  const labels = useQuery(queries.codebook()).data?.labels ?? [];
  const canWrite = useStatus()?.mode === 'write';
  const turn = ({ uid, retired }: PropagationRule) =>
    void save(retired ? 'propagations:restore' : 'propagations:retire', { rule: uid }).catch(sayError);
  return (
    <Dialog title={words.rulesTitle} onClose={onClose}>
      <p className="hint">{words.rulesHint}</p>
      {rules === undefined ? (
        <Empty title={uiMessages.loading} />
      ) : rules.length === 0 ? (
        <Empty title={words.noRules} />
      ) : (
        <ul className="prop-rules" aria-label={words.rulesTitle}>
          {rules.map((rule) => {
            const sign = labels.find(({ name }) => name === rule.label);
            const forms = rule.forms.join(', ');
            return (
              <li key={rule.uid} className={rule.retired ? 'prop-rule is-retired' : 'prop-rule'}>
                {sign && <Sign letter={letterOf(sign)} colour={sign.colour} line={sign.line} />}
                <div className="stack grow">
                  <span className="trunc">
                    <span className="vh">{rule.label}: </span>
                    <bdi className="theirs">{forms}</bdi>
                    {rule.entity !== null && <bdi className="hint"> · {rule.entity}</bdi>}
                  </span>
                  <span className="hint">{describe(rule)}</span>
                </div>
                <Button
                  size="small"
                  disabled={!canWrite}
                  aria-label={rule.retired ? words.restoreOf(forms) : words.retireOf(forms)}
                  onClick={() => turn(rule)}
                >
                  {rule.retired ? words.restore : words.retire}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}

/** Where and how a rule looks, who kept it, and whether it is in use. */
function describe(rule: PropagationRule): string {
  const { ruleOptions } = words;
  return [
    rule.outlet === null ? words.inCorpus : words.inOutlet(rule.outlet),
    ...(rule.wholeWord ? [] : [ruleOptions.parts]),
    ...(rule.matchCase ? [ruleOptions.case] : []),
    ...(rule.matchMarks ? [ruleOptions.marks] : []),
    ...(rule.matchLetters ? [ruleOptions.letters] : []),
    ...(rule.withAliases && rule.entity !== null ? [ruleOptions.aliases] : []),
    words.keptBy(rule.annotator),
    ...(rule.retired ? [words.ruleRetired] : []),
  ].join(' · ');
}
