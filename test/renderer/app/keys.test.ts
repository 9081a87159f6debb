import { describe, expect, it, vi } from 'vitest';
import { RESERVED_KEYS } from '#shared/domain/codebook';
import {
  findLabelKey,
  findShortcut,
  isForFields,
  isModifier,
  shortcuts,
  toCommandKeys,
  toKeyMap,
  toKeys,
  withChanges,
} from '../../../renderer/app/keys.ts';

const press = (
  key: string,
  rest: Partial<Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>> = {},
) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...rest,
});

describe('keys of the window', () => {
  it('undo and redo go by Control and by Command alike', () => {
    expect(findShortcut(press('z', { ctrlKey: true }))?.command).toBe('undo');
    expect(findShortcut(press('z', { metaKey: true }))?.command).toBe('undo');
    expect(findShortcut(press('Z', { metaKey: true, shiftKey: true }))?.command).toBe('redo');
    expect(findShortcut(press('y', { ctrlKey: true }))?.command).toBe('redo');
  });

  it('a sign is found however it is typed, on an Arabic layout too', () => {
    expect(findShortcut(press('?', { shiftKey: true }))?.command).toBe('shortcuts');
    expect(findShortcut(press('?'))?.command).toBe('shortcuts');
    expect(findShortcut(press('؟', { shiftKey: true }))?.command).toBe('shortcuts');
  });

  it('a key of the focused part is nobody else’s', () => {
    expect(findShortcut(press('Tab'))).toBeUndefined();
    expect(findShortcut(press('F6', { shiftKey: true }))?.command).toBe('previous-region');
  });

  it('what would take the browser elsewhere is ours in fields too', () => {
    for (const key of ['o', 'i', 'e']) expect(findShortcut(press(key, { ctrlKey: true }))?.inFields).toBe(true);
    expect(findShortcut(press('z', { ctrlKey: true }))?.inFields).toBeUndefined();
  });

  it('letters go by their place where the layout has no Latin ones', () => {
    expect(findLabelKey(press('ش', { code: 'KeyA' }))).toBe('A');
    expect(findLabelKey(press('لا', { code: 'KeyB' }))).toBe('B');
    expect(findShortcut(press('о', { code: 'KeyJ' }))?.command).toBe('next-article');
    expect(findLabelKey(press('q', { code: 'KeyA' }))).toBe('Q'); // a French keyboard: the letter, not the place
  });

  it('a letter with Control, Alt or Shift tags nothing', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey'] as const)
      expect(findLabelKey(press('a', { [held]: true }))).toBeUndefined();
  });

  it('no label can be given a letter that is a command', () => {
    const letters = shortcuts.flatMap(({ keys }) => keys).filter((keys) => /^[A-Z]$/.test(keys));
    expect(letters.toSorted()).toEqual(['E', 'J', 'K', 'N', 'P', 'R', 'Y']);
    expect(RESERVED_KEYS).toEqual(expect.arrayContaining(letters));
  });

  it.each(['Linux x86_64', 'MacIntel'])('no two commands have one key on %s', async (platform) => {
    vi.stubGlobal('navigator', { platform });
    vi.resetModules();
    const there = await import('../../../renderer/app/keys.ts');
    vi.unstubAllGlobals();
    // keys of Review and of lists are told of beside those of the text, and none of them are there at once
    const isApart = (group: string) => ['review', 'list'].includes(group);
    for (const place of ['review', 'list', 'text']) {
      const keys = there.shortcuts
        .filter(({ group }) => (isApart(group) ? group === place : place === 'text'))
        .flatMap((each) => each.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('what works while a person types is nothing that is typed', () => {
    for (const { inFields, keys } of shortcuts) if (inFields) expect(keys.filter(isForFields)).toEqual(keys);
    expect(['G', 'Shift P', '←', 'Alt G', '?'].filter(isForFields)).toEqual([]);
  });
});

describe('keys that a person changed', () => {
  it('do what theirs did, and the old ones nothing', () => {
    const keyMap = toKeyMap(withChanges({ 'next-article': ['G'], redo: [] }));
    expect(findShortcut(press('g'), keyMap)?.command).toBe('next-article');
    expect(findShortcut(press('j'), keyMap)).toBeUndefined();
    expect(findShortcut(press('Z', { ctrlKey: true, shiftKey: true }), keyMap)).toBeUndefined();
    expect(findShortcut(press('k'), keyMap)?.command).toBe('previous-article');
  });

  it('are shown where they do something', () => {
    expect(toCommandKeys(withChanges({ take: ['U', 'Y'], redo: [] }))).toMatchObject({ take: 'U', dismiss: 'N' });
    expect(toCommandKeys(withChanges({ dismiss: [] }))).not.toHaveProperty('dismiss');
  });

  it('are taken from the command that had them at first', () => {
    const changed = withChanges({ dismiss: ['Y'] }); // and the key of `take` was given back
    expect(findShortcut(press('y'), toKeyMap(changed))?.command).toBe('dismiss');
    expect(changed.find(({ command }) => command === 'take')?.keys).toEqual([]);
  });

  it('are written as ours are: arrows by their sign, Shift only where it is no part of the sign', () => {
    expect(toKeys(press('ArrowLeft', { altKey: true, shiftKey: true }))).toBe('Alt Shift ←');
    expect(toKeys(press('+', { shiftKey: true }))).toBe('+');
    expect(toKeys(press(' ', { code: 'Space', shiftKey: true }))).toBe('Shift Space');
    expect(isModifier({ key: 'Shift' })).toBe(true);
    expect(isModifier({ key: 's' })).toBe(false);
  });

  it('tag where they are a label’s, although a command was given one of them before', () => {
    const keyMap = toKeyMap(withChanges({ 'next-article': ['G'] }), ['G', null]);
    expect(findShortcut(press('g'), keyMap)).toBeUndefined();
    expect(findLabelKey(press('g'))).toBe('G');
  });
});
