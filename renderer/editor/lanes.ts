import type { Placed } from './placement.ts';
import { getBlockElement, type Sheet } from './sheet.ts';
import { clipSpan } from './span-mapping.ts';

const ofState: Readonly<Record<string, string>> = { rejected: ' lane-rejected', suggested: ' lane-q' };

/** Draws at the edge of a block which annotation stands on which of its lines; measures, so the block must be laid out. */
export function drawLanes(sheet: Sheet, index: number, placed: readonly Placed[], focused: string | null): void {
  const element = getBlockElement(sheet, index);
  const block = sheet.blocks[index]!;
  const { top: origin } = element.getBoundingClientRect();
  const lanes = placed.flatMap(({ annotation, start, end }) => {
    const part = clipSpan({ start, end }, block);
    if (!part) return [];
    const { top } = sheet.view.coordsAtPos(sheet.mapping.toPos(part.start), 1);
    const { bottom } = sheet.view.coordsAtPos(sheet.mapping.toPos(part.end, -1), -1);
    const lane = document.createElement('i');
    lane.className = `lane lane-${annotation.label.colour}${annotation.uid === focused ? ' on' : ''}${ofState[annotation.state] ?? ''}`;
    lane.style.top = `${Math.round(top - origin)}px`;
    lane.style.height = `${Math.round(bottom - top)}px`;
    return [lane];
  });
  let carrier = element.querySelector(':scope > .lanes');
  if (!carrier) {
    if (lanes.length === 0) return;
    carrier = document.createElement('span');
    carrier.className = 'lanes';
    carrier.ariaHidden = 'true';
    element.append(carrier);
  }
  carrier.replaceChildren(...lanes);
}
