import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { settleMessages as words } from '#shared/messages/en/settle';
import { adjudicationQueries } from '../../api/queries-adjudication.ts';
import { Empty } from '../../ui/Empty.tsx';
import type { ReviewTabProps } from './review-props.ts';
import { ArticleQueue } from './settle/ArticleQueue.tsx';
import { OpenAdjudication } from './settle/OpenAdjudication.tsx';
import '../../styles/review-agreement.css';
import '../../styles/review-settle.css';
import '../../styles/review-settle-text.css';

/** What two people tagged otherwise in one article, settled difference by difference. */
export function SettleTab({ article, onArticle, onOpen, onTab }: ReviewTabProps) {
  const root = useRef<HTMLDivElement>(null);
  const { isError } = useQuery({ ...adjudicationQueries.article(article ?? '', undefined), enabled: article !== null });
  const hasList = article === null || isError;
  return (
    <div ref={root} className="settle">
      {hasList && <ArticleQueue onArticle={onArticle} onWork={() => onTab('work', null)} />}
      {article === null ? (
        <section className="pane pane-paper settle-rest" aria-label={words.text} data-region>
          <Empty title={words.chooseTitle}>
            <p>{words.choose}</p>
          </Empty>
        </section>
      ) : (
        <OpenAdjudication
          key={article}
          article={article}
          root={root}
          onArticle={onArticle}
          onOpen={onOpen}
          onTab={onTab}
        />
      )}
    </div>
  );
}
