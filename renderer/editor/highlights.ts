import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Drawn } from './draw-block.ts';
import { createMarkElement, toMarkKey } from './marks.ts';
import type { SpanMapping } from './span-mapping.ts';

/** Decorations that go and that come; all others stay as they are. */
type Change = { remove: Decoration[]; add: Decoration[] };

const key = new PluginKey<DecorationSet>('highlights');

/** Holds what is drawn on the words, without changing the document. */
export function createHighlights(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, drawn) {
        const change = transaction.getMeta(key) as Change | undefined;
        return change ? drawn.remove(change.remove).add(transaction.doc, change.add) : drawn;
      },
    },
    props: { decorations: (state: EditorState) => key.getState(state) },
  });
}

export function changeHighlights(view: EditorView, change: Change): void {
  if (change.remove.length + change.add.length > 0) view.dispatch(view.state.tr.setMeta(key, change));
}

/** The decorations of one block by what they draw: equal keys look the same. */
export type KeyedDecorations = ReadonlyMap<string, Decoration>;

/** What has to go and come so that `wanted` is drawn instead of `before`; decorations of both are kept. */
export function compareDrawings(
  before: KeyedDecorations,
  wanted: readonly Drawn[],
  mapping: SpanMapping,
): Change & { after: KeyedDecorations } {
  const after = new Map<string, Decoration>();
  const add: Decoration[] = [];
  for (const drawn of wanted) {
    const name = toKey(drawn);
    const decoration = before.get(name) ?? toDecoration(drawn, name, mapping);
    if (!before.has(name)) add.push(decoration);
    after.set(name, decoration);
  }
  const remove = [...before].flatMap(([name, decoration]) => (after.has(name) ? [] : [decoration]));
  return { remove, add, after };
}

function toKey(drawn: Drawn): string {
  if ('mark' in drawn) return `${drawn.at} ${drawn.side} ${toMarkKey(drawn.mark)}`;
  return `${drawn.start} ${drawn.end} ${drawn.uid} ${drawn.className}`;
}

function toDecoration(drawn: Drawn, name: string, mapping: SpanMapping): Decoration {
  if ('mark' in drawn) {
    const { at, side, mark } = drawn;
    return Decoration.widget(mapping.toPos(at, side < 0 ? -1 : 1), () => createMarkElement(mark), {
      side,
      key: name,
      raw: true,
      ignoreSelection: true,
    });
  }
  const { start, end, className, style, uid } = drawn;
  const attributes = style === '' ? { class: className } : { class: className, style };
  const from = mapping.toPos(start);
  return Decoration.inline(from, from + end - start, attributes, { uid });
}
