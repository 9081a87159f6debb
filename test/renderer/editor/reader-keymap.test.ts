import { afterEach, describe, expect, test, vi } from 'vitest';
import { findAct, findMove, isSelectAll } from '../../../renderer/editor/reader-keymap.ts';

/** A key as it is written in the list of keys: `Ctrl Shift ArrowLeft`. */
function press(written: string, code = '') {
  const held = written.split(' ');
  const key = held.pop()!;
  return {
    key: key === 'Space' ? ' ' : key,
    code,
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Cmd'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
  };
}
const on = (platform: string) => vi.stubGlobal('navigator', { platform });
afterEach(() => vi.unstubAllGlobals());
const moveOf = (written: string) => findMove(press(written), 20);

describe('keys that move the caret', () => {
  test('are those of Windows and Linux', () => {
    on('Win32');
    expect(moveOf('ArrowLeft')).toEqual({ kind: 'character', side: 'left' });
    expect(moveOf('Ctrl ArrowRight')).toEqual({ kind: 'word', side: 'right' });
    expect(moveOf('ArrowUp')).toEqual({ kind: 'lines', by: -1 });
    expect(moveOf('Alt ArrowUp')).toEqual({ kind: 'sentence', by: -1 });
    expect(moveOf('Alt Shift ArrowDown')).toEqual({ kind: 'sentence', by: 1 });
    expect(moveOf('Ctrl ArrowDown')).toEqual({ kind: 'block', by: 1 });
    expect(moveOf('Ctrl End')).toEqual({ kind: 'article', edge: 'end' });
    expect(moveOf('PageDown')).toEqual({ kind: 'lines', by: 20 });
  });

  test('are those of a Mac', () => {
    on('MacIntel');
    expect(moveOf('Alt ArrowLeft')).toEqual({ kind: 'word', side: 'left' });
    expect(moveOf('Cmd ArrowLeft')).toEqual({ kind: 'line', edge: 'start' });
    expect(moveOf('Alt ArrowDown')).toEqual({ kind: 'sentence', by: 1 });
    expect(moveOf('Alt Cmd ArrowDown')).toEqual({ kind: 'block', by: 1 });
    expect(moveOf('Cmd ArrowUp')).toEqual({ kind: 'article', edge: 'start' });
  });

  test('leave to the system what is the system’s: going back, desktops, menus', () => {
    on('Linux x86_64');
    for (const written of ['Alt ArrowLeft', 'Ctrl Alt ArrowUp', 'Cmd ArrowLeft', 'Alt Home', 'a'])
      expect(moveOf(written)).toBeUndefined();
    on('MacIntel');
    for (const written of ['Ctrl ArrowLeft', 'Ctrl ArrowUp', 'Alt Cmd ArrowLeft'])
      expect(moveOf(written)).toBeUndefined();
  });
});

describe('keys that act in the text', () => {
  const actOf = (written: string, isMovingEnds = false, code = '') => findAct(press(written, code), isMovingEnds);

  test('are signs that no label can have, by place on a layout of other letters', () => {
    expect(['.', ',', '+', 'Shift +', '-', 'F2', 'Space', 'Shift Space'].map((written) => actOf(written))).toEqual([
      'widen',
      'narrow',
      'add-part',
      'add-part',
      'take-part',
      'move-ends',
      'choose-here',
      'choose-outer',
    ]);
    expect(actOf('ز', false, 'Period')).toBe('widen');
    expect(actOf('و', false, 'Comma')).toBe('narrow');
    expect(actOf('ش', false, 'KeyA')).toBeUndefined();
    expect(actOf('Ctrl +')).toBeUndefined(); // the window is made larger
  });

  test('are others while ends are moved', () => {
    expect(['Tab', 'Shift Tab', 'Enter', 'Escape'].map((written) => actOf(written, true))).toEqual([
      'next-end',
      'previous-end',
      'set-ends',
      'leave-ends',
    ]);
    for (const written of ['Tab', 'Enter', 'Escape']) expect(actOf(written)).toBeUndefined();
  });
});

test('all is selected by Ctrl+A, on a Mac by ⌘A', () => {
  on('Win32');
  expect(isSelectAll(press('Ctrl a'))).toBe(true);
  expect(isSelectAll(press('Cmd a'))).toBe(false);
  on('MacIntel');
  expect(isSelectAll(press('Cmd a'))).toBe(true);
});
