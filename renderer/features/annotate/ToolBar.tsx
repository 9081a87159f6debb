import { useMemo } from 'react';
import { ArrowLeft, ArrowRight, ChevronDown, PencilLine, Search } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Article, WorkState } from '#shared/domain/article';
import type { Label } from '#shared/domain/codebook';
import { annotateMessages } from '#shared/messages/en/annotate';
import { shortStateWords, stateSteps, stateWords } from '#shared/messages/en/library';
import { findMessages } from '#shared/messages/en/reading';
import { numberWords } from '#shared/messages/en/ui';
import { letterOf } from '#shared/text/label-letter';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { Tally } from '../../ui/Tally.tsx';
import { sayError } from '../../ui/toasts.tsx';
import type { AnnotateProps } from './annotate-props.ts';
import { ReadingMenu } from './ReadingMenu.tsx';
import { SuggestionSwitch } from './SuggestionSwitch.tsx';
import type { ArticleTools } from './use-article-tools.ts';
import type { Suggested } from './use-suggestions.ts';

type Props = {
  article: Article;
  annotations: Annotation[];
  labels: Label[];
  hidden: ReadonlySet<string>;
  tools: ArticleTools;
  trail: AnnotateProps['trail'];
  onToggle(label: string): void;
  onCommand: AnnotateProps['onCommand'];
  suggested: Suggested;
};

const workStates: WorkState[] = ['tagging', 'done'];

/** Above the text: each label with its count, shown or hidden, and how far the work on the article is. */
export function ToolBar({ article, annotations, labels, hidden, tools, trail, suggested, ...on }: Props) {
  const { onToggle, onCommand } = on;
  const counts = useMemo(() => Map.groupBy(annotations, ({ label }) => label), [annotations]);
  const { state } = article;
  return (
    <div className="tool" role="toolbar" aria-label={annotateMessages.reader}>
      <Button
        variant="quiet"
        icon={<ArrowLeft className="i" aria-hidden="true" />}
        aria-label={annotateMessages.back}
        title={annotateMessages.back}
        disabled={!trail.back}
        onClick={() => onCommand('back')}
      />
      <Button
        variant="quiet"
        icon={<ArrowRight className="i" aria-hidden="true" />}
        aria-label={annotateMessages.forward}
        title={annotateMessages.forward}
        disabled={!trail.forward}
        onClick={() => onCommand('forward')}
      />
      <span className="tool-rule" />
      {labels
        .filter(({ name, retired }) => !retired || counts.has(name))
        .map((label) => (
          <button
            key={label.uid}
            type="button"
            className="layer"
            aria-pressed={!hidden.has(label.name)}
            onClick={() => onToggle(label.name)}
          >
            <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />
            <span className="word trunc" title={label.name}>
              {annotateMessages.labelCount(label.name, 2)}
            </span>{' '}
            <span className="num">{numberWords(counts.get(label.name)?.length ?? 0)}</span>
          </button>
        ))}
      <SuggestionSwitch suggested={suggested} />
      <span className="grow" />
      <Button
        variant="quiet"
        icon={<Search className="i" aria-hidden="true" />}
        aria-label={findMessages.find}
        title={findMessages.find}
        onClick={tools.find}
      />
      <ReadingMenu />
      <Button
        variant="quiet"
        icon={<PencilLine className="i" aria-hidden="true" />}
        aria-label={annotateMessages.details}
        title={annotateMessages.details}
        onClick={tools.edit}
      />
      <Menu
        isChoice
        trigger={
          <button type="button" className="pick pick-quiet" aria-label={annotateMessages.state(stateWords[state])} />
        }
        items={workStates.map((work) => ({
          name: stateWords[work],
          isOn: work === state,
          run: () => void save('articles:mark', { article: article.uid, state: work }).catch(sayError),
        }))}
      >
        <Tally done={stateSteps[state]} />
        {shortStateWords[state]}
        <ChevronDown className="i i-12" aria-hidden="true" />
      </Menu>
    </div>
  );
}
