import type { ChangedKeys } from '#shared/domain/settings';
import { shortcutNames, type shortcutGroups } from '#shared/messages/en/help';
import type { ReaderAct } from '../editor/reader-types.ts';
import { letterOfKey } from '../ui/letter-of-key.ts';
import type { CommandKeys } from '../ui/command-keys.ts';
import { isMac } from '../ui/platform.ts';

export type Command =
  | 'new'
  | 'open'
  | 'import'
  | 'export'
  | 'undo'
  | 'redo'
  | 'shortcuts'
  | 'remove'
  | 'relate'
  | 'entity'
  | 'take'
  | 'dismiss'
  | 'propagate'
  | 'propagate-corpus'
  | 'next-article'
  | 'previous-article'
  | 'search'
  | 'find'
  | 'palette'
  | 'go-to-article'
  | 'back'
  | 'forward'
  | 'next-region'
  | 'previous-region';

/**
 * A key, or some that do the same, and what it does. Keys are written as `Ctrl Shift Z`; Ctrl is ⌘ on a Mac.
 *
 * `command` is null where the part of the page that has the focus answers by itself; such a key is only told of.
 */
export type Shortcut = {
  group: keyof typeof shortcutGroups;
  name: string;
  keys: string[];
  command: Command | null;
  /** It also works while a person types. */
  inFields?: true;
  /** What the text does at this key; the palette can do it too. */
  act?: ReaderAct;
};

const onMac = (others: string[], mac: string[]) => (isMac() ? mac : others);

/** All keys but those of the labels, which are the codebook's. */
export const shortcuts: readonly Shortcut[] = [
  { group: 'tag', name: shortcutNames.remove, keys: ['Delete', 'Backspace'], command: 'remove' },
  { group: 'tag', name: shortcutNames.relate, keys: ['R'], command: 'relate' },
  { group: 'tag', name: shortcutNames.entity, keys: ['E'], command: 'entity' },
  { group: 'tag', name: shortcutNames.take, keys: ['Y'], command: 'take' },
  { group: 'tag', name: shortcutNames.dismiss, keys: ['N'], command: 'dismiss' },
  { group: 'tag', name: shortcutNames.propagate, keys: ['P'], command: 'propagate' },
  { group: 'tag', name: shortcutNames.propagateCorpus, keys: ['Shift P'], command: 'propagate-corpus' },
  { group: 'tag', name: shortcutNames.nthValue, keys: ['1 … 9'], command: null },
  { group: 'tag', name: shortcutNames.addPart, keys: ['+'], command: null, act: 'add-part' },
  { group: 'tag', name: shortcutNames.dragMore, keys: ['Ctrl drag'], command: null },
  { group: 'tag', name: shortcutNames.takePart, keys: ['-'], command: null, act: 'take-part' },
  { group: 'tag', name: shortcutNames.moveEnds, keys: ['F2'], command: null, act: 'move-ends' },
  { group: 'tag', name: shortcutNames.dragEnd, keys: ['drag end'], command: null },
  { group: 'move', name: shortcutNames.nextAnnotation, keys: ['Tab', 'Shift Tab'], command: null },
  {
    group: 'move',
    name: shortcutNames.here,
    keys: ['Space', 'Shift Space', 'click'],
    command: null,
    act: 'choose-here',
  },
  { group: 'move', name: shortcutNames.nextArticle, keys: ['J'], command: 'next-article' },
  { group: 'move', name: shortcutNames.previousArticle, keys: ['K'], command: 'previous-article' },
  { group: 'move', name: shortcutNames.nextPair, keys: [']', '['], command: null },
  { group: 'move', name: shortcutNames.goToArticle, keys: ['Ctrl G'], command: 'go-to-article', inFields: true },
  { group: 'move', name: shortcutNames.back, keys: onMac(['Alt ←', 'Ctrl ['], ['Ctrl [']), command: 'back' },
  { group: 'move', name: shortcutNames.forward, keys: onMac(['Alt →', 'Ctrl ]'], ['Ctrl ]']), command: 'forward' },
  { group: 'move', name: shortcutNames.find, keys: ['Ctrl F'], command: 'find', inFields: true },
  {
    group: 'move',
    name: shortcutNames.search,
    keys: ['Ctrl Shift F'],
    command: 'search',
    inFields: true,
  },
  { group: 'move', name: shortcutNames.enterText, keys: ['Enter'], command: null },
  {
    group: 'move',
    name: shortcutNames.byWordMove,
    keys: onMac(['Ctrl ←', 'Ctrl →'], ['Alt ←', 'Alt →']),
    command: null,
  },
  { group: 'move', name: shortcutNames.bySentence, keys: ['Alt ↑', 'Alt ↓'], command: null },
  {
    group: 'move',
    name: shortcutNames.byParagraph,
    keys: onMac(['Ctrl ↑', 'Ctrl ↓'], ['Ctrl Alt ↑', 'Ctrl Alt ↓']),
    command: null,
  },
  { group: 'move', name: shortcutNames.byPage, keys: ['PageUp', 'PageDown'], command: null },
  { group: 'move', name: shortcutNames.byLine, keys: ['Home', 'End'], command: null },
  { group: 'move', name: shortcutNames.nextRegion, keys: ['F6'], command: 'next-region', inFields: true },
  { group: 'move', name: shortcutNames.previousRegion, keys: ['Shift F6'], command: 'previous-region', inFields: true },
  { group: 'move', name: shortcutNames.leave, keys: ['Esc'], command: null },
  { group: 'select', name: shortcutNames.byLetter, keys: ['Shift arrows'], command: null },
  {
    group: 'select',
    name: shortcutNames.byWord,
    keys: onMac(['Ctrl Shift arrows'], ['Alt Shift arrows']),
    command: null,
  },
  { group: 'select', name: shortcutNames.widen, keys: ['.'], command: null, act: 'widen' },
  { group: 'select', name: shortcutNames.narrow, keys: [','], command: null, act: 'narrow' },
  { group: 'select', name: shortcutNames.all, keys: ['Ctrl A'], command: null },
  { group: 'select', name: shortcutNames.copy, keys: ['Ctrl C'], command: null },
  { group: 'select', name: shortcutNames.drag, keys: ['drag'], command: null },
  { group: 'select', name: shortcutNames.clicks, keys: ['double-click', 'triple-click'], command: null },
  { group: 'select', name: shortcutNames.dragExactly, keys: ['Alt drag'], command: null },
  { group: 'list', name: shortcutNames.chooseListed, keys: ['Space', 'Shift arrows', 'Ctrl A'], command: null },
  { group: 'list', name: shortcutNames.changeChosen, keys: ['E Delete'], command: null },
  { group: 'list', name: shortcutNames.decidePlaces, keys: ['Y N A'], command: null },
  { group: 'list', name: shortcutNames.nextFound, keys: ['Enter', 'Shift Enter'], command: null },
  { group: 'undo', name: shortcutNames.undo, keys: ['Ctrl Z'], command: 'undo' },
  { group: 'undo', name: shortcutNames.redo, keys: ['Ctrl Shift Z', 'Ctrl Y'], command: 'redo' },
  { group: 'corpus', name: shortcutNames.open, keys: ['Ctrl O'], command: 'open', inFields: true },
  { group: 'corpus', name: shortcutNames.import, keys: ['Ctrl I'], command: 'import', inFields: true },
  { group: 'corpus', name: shortcutNames.export, keys: ['Ctrl E'], command: 'export', inFields: true },
  { group: 'help', name: shortcutNames.palette, keys: ['Ctrl K'], command: 'palette', inFields: true },
  { group: 'help', name: shortcutNames.shortcuts, keys: ['?'], command: 'shortcuts' },
  { group: 'review', name: shortcutNames.checkDecide, keys: ['Y N E U M'], command: null },
  { group: 'review', name: shortcutNames.checkCite, keys: ['R C'], command: null },
  { group: 'review', name: shortcutNames.checkEnds, keys: ['+ − < >'], command: null },
  { group: 'review', name: shortcutNames.settleSide, keys: ['← →'], command: null },
  { group: 'review', name: shortcutNames.settleOther, keys: ['B 0 U'], command: null },
  { group: 'review', name: shortcutNames.settleNew, keys: ['Enter'], command: null },
  { group: 'review', name: shortcutNames.nextDifference, keys: ['J K'], command: null },
  { group: 'review', name: shortcutNames.mendFinding, keys: ['Enter X O', 'Shift O'], command: null },
];

/** The keys as a person has them: those that they changed in the place of ours, which give way where one was given elsewhere. */
export function withChanges(changed: ChangedKeys): Shortcut[] {
  const given = new Set(shortcuts.flatMap(({ command }) => (command === null ? [] : (changed[command] ?? []))));
  return shortcuts.map((shortcut) => {
    const own = shortcut.command === null ? undefined : changed[shortcut.command];
    return { ...shortcut, keys: own ?? shortcut.keys.filter((keys) => !given.has(keys)) };
  });
}

/** The first key of each command, as buttons show it. */
export const toCommandKeys = (all: readonly Shortcut[]): CommandKeys =>
  Object.fromEntries(all.flatMap(({ command, keys: [first] }) => (command && first ? [[command, first]] : [])));

export type KeyMap = ReadonlyMap<string, Shortcut>;
/** What keys do; those of labels tag, also where a person has given one to a command before the codebook had it. */
export const toKeyMap = (all: readonly Shortcut[], ofLabels: readonly (string | null)[] = []): KeyMap =>
  new Map(
    all.flatMap((shortcut) => shortcut.keys.flatMap((keys) => (ofLabels.includes(keys) ? [] : [[keys, shortcut]]))),
  );
const ours = toKeyMap(shortcuts);

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key does, wherever the focus is; undefined where it is nobody's or the focused part's own. */
export const findShortcut = (
  pressed: Pressed,
  keyMap: KeyMap = ours,
): (Shortcut & { command: Command }) | undefined => {
  const shortcut = keyMap.get(toKeys(pressed));
  return shortcut && shortcut.command !== null ? { ...shortcut, command: shortcut.command } : undefined;
};

/** The letter or digit pressed alone, as labels are tagged with; by place where the layout has no Latin letters. */
export function findLabelKey(pressed: Pressed): string | undefined {
  const keys = toKeys(pressed);
  return /^[A-Z0-9]$/.test(keys) ? keys : undefined;
}

/** Whether keys write nothing in a field and move nothing there, so that a command can have them there too. */
export const isForFields = (keys: string): boolean => /^Ctrl |\bF\d+$/.test(keys);

/** Whether only a key was pressed that changes what others mean. */
export const isModifier = ({ key }: Pick<KeyboardEvent, 'key'>) =>
  ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(key);

/** What is held, as keys are written here. */
export function toKeys({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const name = toKeyName(key, code);
  const isLetter = /^[A-Z0-9←→↑↓]$/.test(name) || name.length > 1;
  return [
    (ctrlKey || metaKey) && 'Ctrl',
    altKey && 'Alt',
    shiftKey && isLetter && 'Shift', // a sign such as ? says by itself that Shift was held
    name,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

function toKeyName(key: string, code: string): string {
  if (Object.hasOwn(arrows, key)) return arrows[key]!;
  if (key === '؟') return '?';
  if (key === ' ') return 'Space';
  return letterOfKey({ key, code }) ?? key;
}
