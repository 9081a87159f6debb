import '../../../../renderer/app/configure-zod.ts';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { ArticleReader } from '../../../../renderer/editor/ArticleReader.tsx';
import type { ReaderAnnotation, ReaderHandle } from '../../../../renderer/editor/reader-types.ts';
import '../../../../renderer/styles/fonts.css';
import '../../../../renderer/styles/tokens.css';
import '../../../../renderer/styles/components.css';
import '../../../../renderer/styles/reader.css';
import './page.css';
import type { PageApi, SampleArticle } from './page-api.ts';
import { labels } from './labels.ts';

let root: Root | undefined;
const container = document.querySelector<HTMLElement>('#page')!;
let made = 0;

type TagHandle = { reader: ReaderHandle; setAnnotations(annotations: ReaderAnnotation[]): void };
let shown: TagHandle | null = null;

/** The reader with as much of a feature around it as tests need: label keys tag, focus follows. */
function Desk({ article, ref }: { article: SampleArticle; ref: Ref<TagHandle> }) {
  const [annotations, setAnnotations] = useState(article.annotations);
  const [focused, setFocused] = useState<string | null>(null);
  const reader = useRef<ReaderHandle>(null);
  page.annotations = annotations;
  page.focused = focused;
  useImperativeHandle(ref, () => ({ reader: reader.current!, setAnnotations }));
  const tag = (key: string) => {
    const label = labels.find(({ letter }) => letter === key.toUpperCase());
    const span = label && reader.current!.getTarget();
    if (!span) return;
    made += 1;
    const name = `${label.name}: ${article.text.slice(span.start, span.end)}, unchecked`;
    setAnnotations((before) => [...before, { uid: `made-${made}`, label, spans: [span], state: 'unchecked', name }]);
    reader.current!.collapse();
  };
  return (
    <section
      className="pane pane-paper"
      aria-label="Article text"
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey) tag(event.key);
      }}
    >
      <ArticleReader
        ref={reader}
        uid={article.uid}
        text={article.text}
        blocks={article.blocks}
        annotations={annotations}
        focused={focused}
        onFocus={setFocused}
        onSelectionChange={(selection) => (page.selection = selection)}
        onCopy={(passage) => {
          page.copied.push(passage);
          return passage;
        }}
        label="An article"
        header={
          <div className="slug">
            <b>The Harbour Post</b>
          </div>
        }
      />
    </section>
  );
}

/** Runs once the next frame is on screen. */
function afterPaint(then: () => void) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
}

async function show(draw: (into: Root) => void): Promise<number> {
  page.close();
  await new Promise<void>((resolve) => afterPaint(resolve));
  const from = performance.now();
  root = createRoot(container);
  flushSync(() => draw(root!));
  return new Promise((resolve) => afterPaint(() => resolve(performance.now() - from)));
}

let worstFrame = 0;
let watching = 0;

const page: PageApi = {
  open: (article) => show((into) => into.render(<Desk article={article} ref={(handle) => void (shown = handle)} />)),
  openPlain: ({ text, blocks }) =>
    show((into) =>
      into.render(
        <div className="pane-scroll reader">
          <article className="sheet">
            <div className="reader-plain">
              {blocks.map(({ start, end }) => (
                <p key={start} className="b">
                  {text.slice(start, end)}
                </p>
              ))}
            </div>
          </article>
        </div>,
      ),
    ),
  openLine: () => {
    page.close();
    const line = document.createElement('p');
    line.id = 'line';
    line.className = 'b';
    line.textContent = 'One line of text.';
    container.append(line);
  },
  close: () => {
    root?.unmount();
    root = undefined;
    container.replaceChildren();
  },
  setAnnotations: (annotations) => flushSync(() => shown!.setAnnotations(annotations)),
  keyTimes: [],
  watchFrames: () => {
    worstFrame = 0;
    let last = performance.now();
    const step = (now: number) => {
      worstFrame = Math.max(worstFrame, now - last);
      last = now;
      watching = requestAnimationFrame(step);
    };
    watching = requestAnimationFrame((now) => {
      last = now;
      watching = requestAnimationFrame(step);
    });
  },
  takeWorstFrame: () => {
    cancelAnimationFrame(watching);
    return worstFrame;
  },
  selection: { caret: null, span: null },
  focused: null,
  annotations: [],
  violations: [],
  copied: [],
  getTarget: () => shown!.reader.getTarget(),
  listAt: (offset) => shown!.reader.listAt(offset),
  scrollTo: (offset) => shown!.reader.scrollTo(offset),
  getScroll: () => shown!.reader.getScroll(),
  setScroll: (scroll) => shown!.reader.setScroll(scroll),
};
window.page = page;
document.addEventListener('securitypolicyviolation', (event) =>
  page.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
);
document.addEventListener(
  'keydown',
  ({ timeStamp }) => {
    document.querySelector('#line')?.classList.add('sel');
    afterPaint(() => page.keyTimes.push(performance.now() - timeStamp));
  },
  { capture: true },
);
