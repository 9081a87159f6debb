import { isMac } from '../ui/platform.ts';
import type { CaretMove } from './caret-moves.ts';
import type { ReaderAct } from './reader-types.ts';

export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export const isPlain = ({ ctrlKey, metaKey, altKey }: PressedKey) => !ctrlKey && !metaKey && !altKey;

export const isSelectAll = ({ key, metaKey, ctrlKey, shiftKey, altKey }: PressedKey) =>
  key.toLowerCase() === 'a' && (isMac() ? metaKey : ctrlKey) && !shiftKey && !altKey;

const actsBySign: Readonly<Record<string, ReaderAct>> = {
  '.': 'widen',
  ',': 'narrow',
  '+': 'add-part',
  '-': 'take-part',
  F2: 'move-ends',
};
/** Signs that a layout of other letters has elsewhere go by place, as letters do. */
const signsByCode: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/** What is done by a key that moves no caret; while ends are moved some have another meaning. */
export function findAct(event: PressedKey, isMovingEnds: boolean): ReaderAct | undefined {
  const { key, code, shiftKey } = event;
  if (!isPlain(event)) return undefined;
  if (isMovingEnds) {
    if (key === 'Tab') return shiftKey ? 'previous-end' : 'next-end';
    if (key === 'Enter' || key === 'F2') return 'set-ends';
    if (key === 'Escape') return 'leave-ends';
  }
  if (key === ' ') return shiftKey ? 'choose-outer' : 'choose-here';
  const isOtherLetter = /^(?![a-z])\p{L}/iu.test(key) && key.length <= 2;
  return actsBySign[isOtherLetter && !shiftKey ? (signsByCode[code] ?? '') : key];
}

/** How a key moves the caret on this system, by pages of so many lines; undefined for keys that do not. */
export function findMove(event: PressedKey, linesOfPage: number): CaretMove | undefined {
  const mac = isMac();
  const { altKey, ctrlKey, metaKey } = event;
  const far = mac ? metaKey : ctrlKey;
  const byWord = mac ? altKey : ctrlKey;
  const isUpOrDown = event.key === 'ArrowUp' || event.key === 'ArrowDown';
  if (mac ? ctrlKey : metaKey || (altKey && (ctrlKey || !isUpOrDown))) return undefined;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const side = event.key === 'ArrowLeft' ? 'left' : 'right';
      if (mac && far) return altKey ? undefined : { kind: 'line', edge: side === 'left' ? 'start' : 'end' };
      return { kind: byWord ? 'word' : 'character', side };
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = event.key === 'ArrowUp' ? -1 : 1;
      if (altKey) return { kind: far ? 'block' : 'sentence', by };
      if (mac && far) return { kind: 'article', edge: by === -1 ? 'start' : 'end' };
      return far ? { kind: 'block', by } : { kind: 'lines', by };
    }
    case 'Home':
      return { kind: far ? 'article' : 'line', edge: 'start' };
    case 'End':
      return { kind: far ? 'article' : 'line', edge: 'end' };
    case 'PageUp':
      return { kind: 'lines', by: -linesOfPage };
    case 'PageDown':
      return { kind: 'lines', by: linesOfPage };
    default:
      return undefined;
  }
}
