import type { Label } from '#shared/domain/codebook';
import { letterOf } from '#shared/text/label-letter';
import { Sign } from '../../../ui/Sign.tsx';

/** The sign of a label, by its name. */
export function TagSign({ label: name, labels }: { label: string; labels: readonly Label[] }) {
  const label = labels.find((each) => each.name === name);
  return label ? <Sign letter={letterOf(label)} colour={label.colour} line={label.line} /> : null;
}
