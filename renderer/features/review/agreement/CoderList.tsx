import type { CoderWorkInput } from '#shared/domain/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { shortQuote } from '#shared/messages/en/ui';
import { toRowLabel } from '#shared/tables/agreement';
import { useAskedJob } from '../../../api/use-asked-job.ts';
import { Button } from '../../../ui/Button.tsx';
import { ArticleLine } from './ArticleLine.tsx';
import type { Behind } from './behind.ts';
import { BehindPane } from './BehindPane.tsx';
import type { ListProps } from './MatchList.tsx';
import { TaggedWords } from './TaggedWords.tsx';
import { useLimit } from './use-limit.ts';

type Work = Extract<Behind, { of: 'work' }>;

const toWords = (which: CoderWorkInput['of']) => (which === 'adjudication' ? '' : words.workOf[which]);

/** The annotations that a number of a coder's work counts. */
export function CoderList({ agreed, behind: { row, group, coder, which }, onOpen, onClose }: ListProps<Work>) {
  const { limit, more } = useLimit();
  const asked = useAskedJob('agreement', 'agreement:annotations', {
    ...{ ...agreed, coders: row.coders, label: row.label, among: row.labels, coder, of: which, limit },
    ...(group && { group }),
  });
  return (
    <BehindPane
      title={words.workTitle(coder, toRowLabel(row))}
      asked={asked}
      shown={asked.data?.annotations.length ?? 0}
      onMore={more}
      onClose={onClose}
      tools={<p className="hint">{toWords(which)}</p>}
    >
      {({ annotations }) =>
        annotations.map((each) => (
          <li key={each.annotation}>
            <TaggedWords side={each} />
            <ArticleLine {...each} />
            <Button
              size="small"
              aria-label={words.openOf(shortQuote(each.spans[0]!.quote))}
              onClick={() =>
                onOpen({ article: each.article, annotation: each.annotation, start: each.spans[0]!.start })
              }
            >
              {words.open}
            </Button>
          </li>
        ))
      }
    </BehindPane>
  );
}
