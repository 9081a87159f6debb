import { findWordAt } from '#shared/text/words';
import { createArticleEditor } from './article-editor.ts';
import { describeBlocks } from './block-look.ts';
import { toDocument } from './document-from-blocks.ts';
import { findNext, listAt } from './placement.ts';
import { ReaderDrawing } from './reader-drawing.ts';
import { dragHandle } from './reader-handles.ts';
import { handleReaderKey } from './reader-keys.ts';
import { selectByMouse } from './reader-pointer.ts';
import { getScroll, isInView, reveal, setScroll } from './reader-scroll.ts';
import { ReaderSelection } from './reader-selection.ts';
import type { ReaderAnnotation, ReaderHandle, ReaderProps } from './reader-types.ts';
import { findBlocksInView, findCharacterAtPoint, type Sheet } from './sheet.ts';
import { toTaggedSpan } from './snap-selection.ts';
import { createSpanMapping } from './span-mapping.ts';

export type OpenReader = ReaderHandle & {
  update(annotations: readonly ReaderAnnotation[], focused: string | null): void;
  measureAgain(): void;
  destroy(): void;
};

/** Opens an article in the last element of the sheet inside `scroller`, and wires keys, mouse, focus and scrolling. */
export function openReader(scroller: HTMLElement, getProps: () => ReaderProps): OpenReader {
  const { text, blocks, label, language } = getProps();
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
  const drawing = new ReaderDrawing(sheet, () => selection.show());
  let pointer: { x: number; y: number } | null = null;
  let clicked: number | undefined;

  const focusClicked = (x: number, y: number) => {
    const at = findCharacterAtPoint(sheet, x, y);
    const { focused } = getProps();
    const stack =
      at === undefined ? [] : listAt(drawing.placement, sheet.mapping, at).map(({ annotation }) => annotation.uid);
    const again = clicked === at ? stack.indexOf(focused ?? '') : -1;
    clicked = at;
    getProps().onFocus(stack[(again + 1) % stack.length] ?? null);
  };
  const goToAnnotation = (direction: 1 | -1) => {
    const { focused } = getProps();
    const head = selection.head ?? 0;
    const current = drawing.placement.byUid.get(focused ?? '');
    const isAtFocused = current && current.start <= head && head <= current.end;
    const from = isAtFocused
      ? { start: current.start, end: current.end, uid: current.annotation.uid }
      : { start: head, end: direction === 1 ? Infinity : head, uid: '' };
    const next = findNext(drawing.placement, from, direction);
    if (!next) return false;
    selection.set(next.start, next.start);
    reveal(sheet, next.start, 'nearest');
    getProps().onFocus(next.annotation.uid);
    return true;
  };

  const closing = new AbortController();
  const { signal } = closing;
  const listen = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    dom.addEventListener(type, listener, { signal });
  listen('keydown', (event) => handleReaderKey(event, sheet, selection, { goToAnnotation, leave: () => dom.blur() }));
  listen('mousedown', (event) => {
    const held = drawing.placement.byUid.get(getProps().focused ?? '');
    const isHandle = event.target instanceof Element && event.target.matches('.handle');
    if (event.button === 0 && isHandle && held?.annotation.spans.length === 1)
      dragHandle(event, held, sheet, selection, (span) => getProps().onResize?.(held.annotation.uid, span));
    else selectByMouse(event, sheet, selection, focusClicked);
  });
  listen('mousemove', ({ clientX: x, clientY: y }) => (pointer = { x, y }));
  listen('mouseleave', () => (pointer = null));
  listen('dragstart', (event) => event.preventDefault());
  listen('focus', () => {
    const first = sheet.blocks[findBlocksInView(sheet, 0, 0).first]!.start;
    if (selection.head === null) selection.set(first, first);
    else selection.show();
  });
  listen('blur', () => selection.show());
  listen('copy', (event) => {
    const { stretch } = selection;
    if (!stretch) return;
    event.preventDefault();
    const passage = text.slice(stretch.start, stretch.end);
    event.clipboardData?.setData('text/plain', getProps().onCopy?.(passage) ?? passage);
  });
  document.addEventListener('selectionchange', () => selection.hasFocus && selection.readBack(), { signal });
  scroller.addEventListener('scroll', () => drawing.drawInView(), { signal, passive: true });
  const sizes = new ResizeObserver(() => {
    drawing.drawInView();
    drawing.forgetLanes();
    selection.show();
  });
  sizes.observe(scroller);

  return {
    update: (annotations, focused) => drawing.update(annotations, focused),
    measureAgain: () => {
      drawing.forgetLanes();
      selection.show();
    },
    focus: () => dom.focus({ preventScroll: true }),
    getTarget: () => {
      if (selection.stretch) return toTaggedSpan(text, selection.stretch) ?? null;
      if (selection.hasFocus && selection.head !== null) return findWordAt(text, selection.head) ?? null;
      const at = pointer ? findCharacterAtPoint(sheet, pointer.x, pointer.y) : undefined;
      return at === undefined ? null : (findWordAt(text, at) ?? null);
    },
    hasSelection: () => selection.stretch !== null,
    goTo: (offset) => {
      selection.set(offset, offset);
      reveal(sheet, offset, isInView(sheet, offset) ? 'nearest' : 'center');
    },
    scrollTo: (offset) => reveal(sheet, offset, 'center'),
    collapse: () => {
      if (selection.head !== null) selection.set(selection.head, selection.head);
    },
    listAt: (offset) => listAt(drawing.placement, sheet.mapping, offset).map(({ annotation }) => annotation.uid),
    getScroll: () => getScroll(sheet),
    setScroll: (scroll) => setScroll(sheet, scroll),
    destroy: () => {
      closing.abort();
      sizes.disconnect();
      drawing.destroy();
      selection.destroy();
      editor.destroy();
    },
  };
}
