import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import '../../../../renderer/styles/fonts.css';
import '../../../../renderer/styles/tokens.css';
import '../../../../renderer/styles/components.css';
import './page.css';
import { afterPaint, scrollThrough } from './frames.ts';
import type { RecogitoApi, SampleArticle } from './page-api.ts';

const container = document.querySelector<HTMLElement>('#page')!;
let annotator: TextAnnotator<TextAnnotation, TextAnnotation> | undefined;

/** The same text as plain paragraphs, in a pane that scrolls. */
function fill({ text, blocks }: SampleArticle): HTMLElement {
  const sheet = document.createElement('article');
  sheet.className = 'sheet reader-plain';
  sheet.append(
    ...blocks.map(({ start, end }) => {
      const block = document.createElement('p');
      block.className = 'b';
      block.textContent = text.slice(start, end);
      return block;
    }),
  );
  const scroller = document.createElement('div');
  scroller.className = 'pane-scroll reader';
  scroller.append(sheet);
  container.append(scroller);
  return sheet;
}

/** The annotations with their ranges in the page, which spares Recogito the search for each. */
function toRecogito({ text, blocks, annotations }: SampleArticle, sheet: HTMLElement): TextAnnotation[] {
  const toPoint = (offset: number): [Node, number] => {
    const index = blocks.findLastIndex(({ start }) => start <= offset);
    const { start, end } = blocks[index]!;
    return [sheet.children[index]!.firstChild!, Math.min(offset, end) - start];
  };
  return annotations.map(({ uid, spans }) => ({
    id: uid,
    bodies: [],
    target: {
      annotation: uid,
      selector: spans.map(({ start, end }) => {
        const range = document.createRange();
        range.setStart(...toPoint(start));
        range.setEnd(...toPoint(end));
        return { quote: text.slice(start, end), start, end, range };
      }),
    },
  }));
}

const api: RecogitoApi = {
  async open(article, renderer) {
    annotator?.destroy();
    container.replaceChildren();
    await new Promise<void>((resolve) => afterPaint(resolve));
    const from = performance.now();
    const sheet = fill(article);
    annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(sheet, { renderer, annotatingEnabled: false });
    const drawn = new Promise<void>((resolve) => annotator!.renderer.on('onRedraw', resolve));
    annotator.setAnnotations(toRecogito(article, sheet));
    await drawn; // it draws what is in view a moment later
    await new Promise<void>((resolve) => afterPaint(resolve));
    return performance.now() - from;
  },
  scrollThrough: () => scrollThrough(document.querySelector('.reader')!),
};
window.recogito = api;
