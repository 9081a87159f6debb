import { EyeOff } from 'lucide-react';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { useAskedJob } from '../../../api/use-asked-job.ts';
import { Button } from '../../../ui/Button.tsx';
import { ArticleLine } from './ArticleLine.tsx';
import type { Behind } from './behind.ts';
import { BehindPane } from './BehindPane.tsx';
import type { ListProps } from './MatchList.tsx';
import { useLimit } from './use-limit.ts';

type Articles = Extract<Behind, { of: 'articles' }>;

/** The articles that count for a row, or that would if all had finished them. */
export function ArticleList({ agreed, behind: { row, group, which }, onOpen, onClose }: ListProps<Articles>) {
  const { limit, more } = useLimit();
  const asked = useAskedJob('agreement', 'agreement:articles', {
    ...{ ...agreed, coders: row.coders, of: which, limit },
    ...(group && { group }),
  });
  return (
    <BehindPane
      title={words.articlesTitle[which]}
      asked={asked}
      shown={asked.data?.articles.length ?? 0}
      onMore={more}
      onClose={onClose}
    >
      {({ articles }) =>
        articles.map((each) => (
          <li key={each.article}>
            <ArticleLine {...each} />
            <p className="hint row">
              {each.finished.length > 0 && <bdi>{words.finishedBy(each.finished)}</bdi>}
              {each.waitsFor.length > 0 && <bdi>{words.waitsFor(each.waitsFor)}</bdi>}
              {each.blind && (
                <span className="row">
                  <EyeOff className="i i-12" aria-hidden="true" />
                  {words.blind}
                </span>
              )}
            </p>
            <Button
              size="small"
              aria-label={words.openOf(each.title)}
              onClick={() => onOpen({ article: each.article, annotation: null, start: 0 })}
            >
              {words.open}
            </Button>
          </li>
        ))
      }
    </BehindPane>
  );
}
