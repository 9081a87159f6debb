import { Check, X } from 'lucide-react';
import type { Label } from '#shared/domain/codebook';
import { attributeMessages } from '#shared/messages/en/attributes';
import { inspectorMessages } from '#shared/messages/en/annotate';

/** What a label is meant for, with examples of what fits and what does not. */
export function GuidelineSection({ label: { guideline, examples } }: { label: Label }) {
  if (guideline === '' && examples.length === 0) return null;
  return (
    <section className="sec" aria-label={inspectorMessages.guideline}>
      <h3 className="sec-h">{inspectorMessages.guideline}</h3>
      {guideline !== '' && (
        <p className="soft guideline" dir="auto">
          {guideline}
        </p>
      )}
      <ul className="examples">
        {examples.map(({ quote, remark, fits }, n) => {
          const Glyph = fits ? Check : X;
          return (
            <li key={n} className={fits ? 'is-good' : 'is-bad'}>
              <Glyph className="i i-12" aria-label={fits ? attributeMessages.fits : attributeMessages.fitsNot} />
              <bdi className="theirs">{quote}</bdi>
              {remark !== '' && <bdi className="hint">{remark}</bdi>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
