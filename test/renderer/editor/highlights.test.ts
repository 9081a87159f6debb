import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import type { DecorationSet, EditorView } from '@tiptap/pm/view';
import { expect, test } from 'vitest';
import { createArticleNodes } from '../../../renderer/editor/article-editor.ts';
import { toDocument } from '../../../renderer/editor/document-from-blocks.ts';
import type { Drawn } from '../../../renderer/editor/draw-block.ts';
import { changeHighlights, compareDrawings, createHighlights } from '../../../renderer/editor/highlights.ts';
import { createSpanMapping } from '../../../renderer/editor/span-mapping.ts';
import { toArticle } from '../../e2e/reader/articles.ts';

const { text, blocks } = toArticle('a', [
  ['paragraph', 'Nine sailors died off Ras Ilun.'],
  ['paragraph', 'The harbour is closed.'],
]);
const mapping = createSpanMapping(blocks);
const rule = (uid: string, words: string): Drawn => {
  const start = text.indexOf(words);
  return { uid, start, end: start + words.length, className: 'hl u0-actor', style: '' };
};

/** As much of a view as drawing needs: a state that transactions change. */
function createStateHolder() {
  const plugin = createHighlights();
  const doc = getSchema(createArticleNodes([])).nodeFromJSON(toDocument(text, blocks));
  const holder = {
    state: EditorState.create({ doc, plugins: [plugin] }),
    dispatch: (transaction: EditorState['tr']) => {
      holder.state = holder.state.apply(transaction);
    },
  };
  const listDrawn = () =>
    (plugin.getState(holder.state) as DecorationSet)
      .find()
      .map(({ from, to }) => holder.state.doc.textBetween(from, to))
      .sort();
  return { view: holder as unknown as EditorView, listDrawn };
}

test('what is drawn already is neither removed nor added again', () => {
  const { after: before } = compareDrawings(new Map(), [rule('a', 'sailors'), rule('b', 'Ras Ilun')], mapping);
  const { add, remove, after } = compareDrawings(before, [rule('b', 'Ras Ilun'), rule('c', 'Nine')], mapping);
  expect(add).toHaveLength(1);
  expect(remove).toEqual([[...before.values()][0]]);
  expect([...after.values()]).toContain([...before.values()][1]);
});

test('one is added and removed by itself, and the other stays', () => {
  const { view, listDrawn } = createStateHolder();
  const first = compareDrawings(new Map(), [rule('a', 'sailors'), rule('b', 'Ras Ilun')], mapping);
  changeHighlights(view, first);
  const second = compareDrawings(new Map(), [rule('c', 'harbour')], mapping);
  changeHighlights(view, second);
  expect(listDrawn()).toEqual(['Ras Ilun', 'harbour', 'sailors']);
  changeHighlights(view, compareDrawings(first.after, [rule('b', 'Ras Ilun')], mapping));
  expect(listDrawn()).toEqual(['Ras Ilun', 'harbour']);
});

test('of two annotations that look alike on the same words only the one that is meant goes', () => {
  const { view, listDrawn } = createStateHolder();
  const both = compareDrawings(new Map(), [rule('a', 'sailors'), rule('b', 'sailors')], mapping);
  changeHighlights(view, both);
  changeHighlights(view, compareDrawings(both.after, [rule('b', 'sailors')], mapping));
  expect(listDrawn()).toEqual(['sailors']);
});
