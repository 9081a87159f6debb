import { findNameAt } from '#shared/text/name-at';
import { createArticleEditor } from './article-editor.ts';
import { describeBlocks } from './block-look.ts';
import { toDocument } from './document-from-blocks.ts';
import { measureCaret } from './caret.ts';
import { LitWords } from './lit-words.ts';
import { noteBlocks } from './note-blocks.ts';
import { listAt } from './placement.ts';
import { ReaderMatches } from './matches.ts';
import { ReaderActs } from './reader-acts.ts';
import { ReaderDrawing } from './reader-drawing.ts';
import { handleReaderKey } from './reader-keys.ts';
import { selectByMouse } from './reader-pointer.ts';
import { getScroll, isInView, reveal, setScroll } from './reader-scroll.ts';
import { ReaderSelection } from './reader-selection.ts';
import { ReaderStack } from './reader-stack.ts';
import type { ReaderAct, ReaderAnnotation, ReaderHandle, ReaderProps, ReaderSuggestion } from './reader-types.ts';
import { findBlocksInView, findCharacterAtPoint, type Sheet } from './sheet.ts';
import { toTaggedSpan } from './snap-selection.ts';
import { createSpanMapping } from './span-mapping.ts';
import { splitBlocks } from './split-blocks.ts';

export type OpenReader = ReaderHandle & {
  update(
    annotations: readonly ReaderAnnotation[],
    suggestions: readonly ReaderSuggestion[],
    focused: string | null,
  ): void;
  measureAgain(): void;
  destroy(): void;
};

/** Opens an article in the last element of the sheet inside `scroller`, and wires keys, mouse, focus and scrolling. */
export function openReader(scroller: HTMLElement, getProps: () => ReaderProps): OpenReader {
  const { text, label, language, blocks: whole } = getProps();
  const blocks = splitBlocks(text, whole);
  const mount = scroller.querySelector<HTMLElement>('.sheet > :last-child')!;
  const editor = createArticleEditor(
    mount,
    toDocument(text, blocks),
    describeBlocks(text, blocks, language ?? null),
    label,
  );
  const sheet: Sheet = { view: editor.view, text, blocks, mapping: createSpanMapping(blocks), scroller };
  const { dom } = editor.view;
  const selection = new ReaderSelection(sheet, (told) => getProps().onSelectionChange(told));
  const matches = new ReaderMatches(sheet);
  const lit = new LitWords(sheet);
  const drawing = new ReaderDrawing(sheet, {
    onRedrawn: () => selection.leave(),
    onFrame: () => {
      selection.show();
      matches.draw();
      lit.draw();
    },
  });
  const toFirstPiece = (of: number) => blocks.findIndex((piece) => piece.of === of);
  let pointer: { x: number; y: number } | null = null;
  const getTarget = () => {
    const { nameAt } = getProps();
    if (selection.stretch) return toTaggedSpan(text, selection.stretch) ?? null;
    const isAtCaret = selection.hasFocus && selection.head !== null;
    const at = isAtCaret ? selection.head : pointer && findCharacterAtPoint(sheet, pointer.x, pointer.y);
    return at === null || at === undefined ? null : (findNameAt(text, at, nameAt) ?? null);
  };
  const stack = new ReaderStack(sheet, selection, drawing.placement, getProps);
  const acts = new ReaderActs(sheet, selection, drawing.placement, stack, getProps, getTarget);

  const closing = new AbortController();
  const { signal } = closing;
  const listen = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    dom.addEventListener(type, listener, { signal });
  const keyActions = {
    goToAnnotation: (direction: 1 | -1) => stack.goOn(direction),
    isMovingEnds: () => acts.isMovingEnds,
    act: (act: ReaderAct) => acts.act(act),
    enter: () => getProps().onEnter?.(),
    leave: () => dom.blur(),
  };
  listen('keydown', (event) => handleReaderKey(event, sheet, selection, keyActions));
  listen('mousedown', (event) => {
    if (acts.press(event)) return;
    selectByMouse(event, sheet, selection, {
      known: getProps().nameAt,
      onClick: (x, y) => stack.click(x, y),
      onAdd: (span) => acts.add(span),
    });
  });
  listen('mousemove', ({ clientX: x, clientY: y }) => (pointer = { x, y }));
  listen('mouseleave', () => (pointer = null));
  listen('dragstart', (event) => event.preventDefault());
  listen('focus', () => {
    const first = sheet.blocks[findBlocksInView(sheet, 0, 0).first]!.start;
    if (selection.head === null) selection.set(first, first);
    else selection.show();
  });
  listen('blur', () => {
    acts.leaveEnds();
    selection.show();
  });
  listen('copy', (event) => {
    const { stretch } = selection;
    if (!stretch) return;
    event.preventDefault();
    const passage = text.slice(stretch.start, stretch.end);
    event.clipboardData?.setData('text/plain', getProps().onCopy?.(passage) ?? passage);
  });
  document.addEventListener('selectionchange', () => selection.hasFocus && selection.readBack(), { signal });
  const onScroll = () => {
    drawing.drawInView();
    matches.draw();
    lit.draw();
  };
  scroller.addEventListener('scroll', onScroll, { signal, passive: true });
  const sizes = new ResizeObserver(() => {
    drawing.drawInView();
    drawing.forgetLanes();
    selection.show();
  });
  sizes.observe(scroller);

  return {
    update: (annotations, suggestions, focused) => drawing.update(annotations, suggestions, focused),
    measureAgain: () => {
      drawing.forgetLanes();
      selection.show();
    },
    focus: () => dom.focus({ preventScroll: true }),
    getTarget,
    hasSelection: () => selection.stretch !== null,
    goTo: (offset) => {
      selection.set(offset, offset);
      reveal(sheet, offset, isInView(sheet, offset) ? 'nearest' : 'center');
    },
    scrollTo: (offset) => reveal(sheet, offset, 'center'),
    collapse: (at = selection.head ?? 0) => {
      if (selection.head !== null) selection.set(at, at);
    },
    act: (act) => acts.act(act),
    listAt: (offset) => listAt(drawing.placement, sheet.mapping, offset).map(({ annotation }) => annotation.uid),
    showDraft: (label, span) => drawing.drafts.add(label, span),
    showMatches: (spans, current) => matches.show(spans, current),
    showLit: (spans, colour) => lit.show(spans, colour),
    noteBlocks: (notes) => noteBlocks(sheet, new Map([...notes].map(([of, note]) => [toFirstPiece(of), note]))),
    measure: (offset) => measureCaret(sheet, offset, 'after'),
    getScroll: () => getScroll(sheet),
    setScroll: (scroll) => setScroll(sheet, scroll),
    destroy: () => {
      closing.abort();
      sizes.disconnect();
      drawing.destroy();
      matches.destroy();
      lit.destroy();
      selection.destroy();
      editor.destroy();
    },
  };
}
