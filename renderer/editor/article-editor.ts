import { Editor, Extension, Node, type JSONContent } from '@tiptap/core';
import type { BlockLook } from './block-look.ts';
import { createHighlights } from './highlights.ts';
import { sliceSection } from './sections.ts';

/** What the view does not do by itself: the reader selects, copies and shows focus in its own way (decision 0005). */
const left = () => true;
const domEvents = {
  mousedown: left,
  touchstart: left,
  touchmove: left,
  contextmenu: left,
  copy: left,
  dragstart: left,
  dragend: left,
  focus: left,
  blur: left,
  beforeinput: left,
};

/** The kinds of nodes that an article's document has: sections of blocks of text, without marks. */
export function createArticleNodes(looks: readonly BlockLook[]): Node[] {
  return [
    Node.create({ name: 'doc', topNode: true, content: 'section*' }),
    Node.create({ name: 'text' }),
    Node.create({
      name: 'section',
      content: 'block+',
      addAttributes: () => ({ index: { default: 0, rendered: false } }),
      renderHTML: () => ['div', 0],
      addNodeView:
        () =>
        ({ node }) =>
          createSectionElement(sliceSection(looks, node.attrs['index'] as number)),
    }),
    Node.create({
      name: 'block',
      content: 'text*',
      marks: '',
      whitespace: 'pre',
      addAttributes: () => ({ index: { default: 0, rendered: false } }),
      renderHTML: () => ['p', 0],
      addNodeView:
        () =>
        ({ node }) =>
          createBlockElements(looks[node.attrs['index'] as number]!),
    }),
  ];
}

/** A TipTap view of an article that cannot be edited, inside `element`. */
export function createArticleEditor(
  element: HTMLElement,
  content: JSONContent,
  looks: readonly BlockLook[],
  label: string,
): Editor {
  const editor = new Editor({
    element: { mount: element },
    content,
    editable: false,
    injectCSS: false,
    enableCoreExtensions: false,
    enableInputRules: false,
    enablePasteRules: false,
    extensions: [
      ...createArticleNodes(looks),
      Extension.create({ name: 'highlights', addProseMirrorPlugins: () => [createHighlights()] }),
    ],
    editorProps: {
      editable: () => false,
      handleDOMEvents: domEvents,
      attributes: { class: 'reader-text', role: 'document', tabindex: '0', 'aria-label': label },
    },
  });
  // the selection is ours: the view would put its own into the page at each drawing, and have all laid out for that
  const domSelectionRange = () => ({ anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 });
  Object.assign(editor.view, { domSelectionRange });
  return editor;
}

/** Laid out and painted only near the view; until then its height is what its blocks' come to. */
function createSectionElement(looks: readonly BlockLook[]): { dom: HTMLElement; contentDOM: HTMLElement } {
  const dom = document.createElement('div');
  dom.className = 'section';
  const height = looks.reduce((sum, look) => sum + look.height, 0);
  dom.style.setProperty('contain-intrinsic-block-size', `auto ${height}px`);
  return { dom, contentDOM: dom };
}

/** Outside: margin, number, lanes and caret, in the sheet's direction. Inside: the words, in their own. */
function createBlockElements(look: BlockLook): { dom: HTMLElement; contentDOM: HTMLElement } {
  const dom = document.createElement(look.tag);
  dom.className = look.className;
  if (look.language !== null) dom.lang = look.language;
  if (look.number !== null) dom.dataset['number'] = String(look.number);
  if (look.kindName !== null) dom.dataset['kind'] = look.kindName;
  const contentDOM = document.createElement('span');
  contentDOM.className = 'b-text';
  contentDOM.dir = look.direction;
  dom.append(contentDOM);
  return { dom, contentDOM };
}
