import type { Label } from '#shared/domain/codebook';
import { reviewTagMessages as words } from '#shared/messages/en/review-tag';
import { Choice } from '../../../ui/Choice.tsx';

type Props = { label: string; labels: readonly Label[]; onLabel(label: string): void };

/** Which label a tag is to have. */
export const LabelChoice = ({ label, labels, onLabel }: Props) => (
  <Choice
    label={words.label}
    value={label}
    options={labels.filter(({ retired }) => !retired).map(({ name }) => ({ value: name, name }))}
    onChoose={onLabel}
  />
);
