import type { Match } from '#shared/domain/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { dateWords } from '#shared/messages/en/ui';

/** Which article something stands in. */
export const ArticleLine = ({ title, outlet, date }: Pick<Match, 'title' | 'outlet' | 'date'>) => (
  <p className="hint">
    <bdi className="theirs">{title}</bdi> · <bdi>{outlet ?? words.noOutlet}</bdi>
    {date !== null && `, ${dateWords(date)}`}
  </p>
);
