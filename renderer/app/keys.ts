import { shortcutNames, type shortcutGroups } from '#shared/messages/en/help';

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
  | 'next-article'
  | 'previous-article'
  | 'search'
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
};

/** All keys but those of the labels, which are the codebook's. */
export const shortcuts: readonly Shortcut[] = [
  { group: 'tag', name: shortcutNames.remove, keys: ['Delete', 'Backspace'], command: 'remove' },
  { group: 'tag', name: shortcutNames.relate, keys: ['R'], command: 'relate' },
  { group: 'tag', name: shortcutNames.entity, keys: ['E'], command: 'entity' },
  { group: 'move', name: shortcutNames.nextAnnotation, keys: ['Tab', 'Shift Tab'], command: null },
  { group: 'move', name: shortcutNames.nextArticle, keys: ['J'], command: 'next-article' },
  { group: 'move', name: shortcutNames.previousArticle, keys: ['K'], command: 'previous-article' },
  {
    group: 'move',
    name: shortcutNames.search,
    keys: ['Ctrl Shift F'],
    command: 'search',
    inFields: true,
  },
  { group: 'move', name: shortcutNames.enterText, keys: ['Enter'], command: null },
  { group: 'move', name: shortcutNames.byParagraph, keys: ['Ctrl ↑', 'Ctrl ↓'], command: null },
  { group: 'move', name: shortcutNames.byPage, keys: ['PageUp', 'PageDown'], command: null },
  { group: 'move', name: shortcutNames.byLine, keys: ['Home', 'End'], command: null },
  { group: 'move', name: shortcutNames.nextRegion, keys: ['F6'], command: 'next-region', inFields: true },
  { group: 'move', name: shortcutNames.previousRegion, keys: ['Shift F6'], command: 'previous-region', inFields: true },
  { group: 'move', name: shortcutNames.leave, keys: ['Esc'], command: null },
  { group: 'select', name: shortcutNames.byLetter, keys: ['Shift arrows'], command: null },
  { group: 'select', name: shortcutNames.byWord, keys: ['Ctrl Shift arrows'], command: null },
  { group: 'select', name: shortcutNames.all, keys: ['Ctrl A'], command: null },
  { group: 'select', name: shortcutNames.copy, keys: ['Ctrl C'], command: null },
  { group: 'select', name: shortcutNames.drag, keys: ['drag', 'double-click'], command: null },
  { group: 'select', name: shortcutNames.dragExactly, keys: ['Alt drag'], command: null },
  { group: 'undo', name: shortcutNames.undo, keys: ['Ctrl Z'], command: 'undo' },
  { group: 'undo', name: shortcutNames.redo, keys: ['Ctrl Shift Z', 'Ctrl Y'], command: 'redo' },
  { group: 'corpus', name: shortcutNames.open, keys: ['Ctrl O'], command: 'open', inFields: true },
  { group: 'corpus', name: shortcutNames.import, keys: ['Ctrl I'], command: 'import', inFields: true },
  { group: 'corpus', name: shortcutNames.export, keys: ['Ctrl E'], command: 'export', inFields: true },
  { group: 'help', name: shortcutNames.shortcuts, keys: ['?'], command: 'shortcuts' },
];

const byKeys = new Map(shortcuts.flatMap((shortcut) => shortcut.keys.map((keys) => [keys, shortcut])));

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key does, wherever the focus is; undefined where it is nobody's or the focused part's own. */
export const findShortcut = (pressed: Pressed): (Shortcut & { command: Command }) | undefined => {
  const shortcut = byKeys.get(toKeys(pressed));
  return shortcut && shortcut.command !== null ? { ...shortcut, command: shortcut.command } : undefined;
};

/** The letter or digit pressed alone, as labels are tagged with; by place where the layout has no Latin letters. */
export function findLabelKey(pressed: Pressed): string | undefined {
  const keys = toKeys(pressed);
  return /^[A-Z0-9]$/.test(keys) ? keys : undefined;
}

function toKeys({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const name = toKeyName(key, code);
  const isLetter = /^[A-Z0-9]$/.test(name) || name.length > 1;
  return [
    (ctrlKey || metaKey) && 'Ctrl',
    altKey && 'Alt',
    shiftKey && isLetter && 'Shift', // a sign such as ? says by itself that Shift was held
    name,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

function toKeyName(key: string, code: string): string {
  if (key === '؟') return '?';
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^\p{L}/u.test(key) && key.length <= 2) return /^Key([A-Z])$/.exec(code)?.[1] ?? key;
  return key;
}
