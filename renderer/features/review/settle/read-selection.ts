import type { Span } from '#shared/domain/span';
import { toTaggedSpan, widenToWords } from '../../../editor/snap-selection.ts';

/** Offset in the article's text of a place in the page; undefined beside the text. Each stretch of it says where it begins. */
function toOffset(node: Node, offset: number): number | undefined {
  if (node instanceof Text) {
    const start = node.parentElement?.dataset['start'];
    return start === undefined ? undefined : Number(start) + offset;
  }
  if (!(node instanceof Element)) return undefined;
  const after = node.childNodes[offset];
  const words = after instanceof Element ? (after.closest<HTMLElement>('[data-start]') ?? findWords(after)) : undefined;
  if (words) return Number(words.dataset['start']);
  const before = [...node.querySelectorAll<HTMLElement>('[data-start]')].at(-1) ?? (node as HTMLElement);
  const start = before.dataset['start'];
  return start === undefined ? undefined : Number(start) + before.textContent.length;
}

const findWords = (element: Element) => element.querySelector<HTMLElement>('[data-start]') ?? undefined;

/** The words of the text that are selected, whole ones; undefined where none are. */
export function readSelection(text: string, within: HTMLElement): Span | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!within.contains(range.commonAncestorContainer)) return undefined;
  const start = toOffset(range.startContainer, range.startOffset);
  const end = toOffset(range.endContainer, range.endOffset);
  const span = start !== undefined && end !== undefined ? toTaggedSpan(text, { start, end }) : undefined;
  return span && widenToWords(text, span);
}
