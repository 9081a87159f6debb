import type { Block } from '#shared/domain/block';
import { importMessages as words } from '#shared/messages/en/import-dialog';
import { findDirection } from '#shared/text/direction';

/** More of one block is not shown here; it comes in whole all the same. Unit: UTF-16. */
const SHOWN = 6000;

/** A block's kind and words, right to left where they are. */
export function BlockRow({ block, text }: { block: Block; text: string }) {
  const shown = text.slice(0, SHOWN).replace(/\p{Surrogate}$/u, '');
  return (
    <>
      <span role="rowheader" className="block-kind">
        {block.kind}
        {block.repeatOf !== null && <b> {words.repeat}</b>}
      </span>
      <p role="gridcell" dir={findDirection(text)}>
        {markStray(shown)}
        {text.length > SHOWN && <span className="hint">{words.cutOff(text.length - shown.length)}</span>}
      </p>
    </>
  );
}

/** The text with what could not be read made visible. */
const markStray = (text: string) =>
  text.split('\uFFFD').flatMap((part, n) =>
    n === 0
      ? [part]
      : [
          <mark key={n} className="stray">
            {'\uFFFD'}
          </mark>,
          part,
        ],
  );
