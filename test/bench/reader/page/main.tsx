import '../../../../renderer/app/configure-zod.ts';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { findFormAt } from '#shared/text/name-at';
import { ArticleReader } from '../../../../renderer/editor/ArticleReader.tsx';
import type { ReaderAnnotation, ReaderHandle, ReaderSuggestion } from '../../../../renderer/editor/reader-types.ts';
import '../../../../renderer/styles/fonts.css';
import '../../../../renderer/styles/tokens.css';
import '../../../../renderer/styles/components.css';
import '../../../../renderer/styles/reader.css';
import '../../../../renderer/styles/lines.css';
import './page.css';
import type { PageApi, SampleArticle } from './page-api.ts';
import { afterPaint, scrollThrough, timeToPaint } from './frames.ts';
import { labels } from './labels.ts';

let root: Root | undefined;
const container = document.querySelector<HTMLElement>('#page')!;
let made = 0;

type TagHandle = {
  reader: ReaderHandle;
  setAnnotations(annotations: ReaderAnnotation[]): void;
  setSuggestions(suggestions: ReaderSuggestion[]): void;
};
let shown: TagHandle | null = null;

/** The reader with as much of a feature around it as tests need: label keys tag, focus follows. */
function Desk({ article, ref }: { article: SampleArticle; ref: Ref<TagHandle> }) {
  const [annotations, setAnnotations] = useState(article.annotations);
  const [suggestions, setSuggestions] = useState<ReaderSuggestion[]>([]);
  const [focused, setFocused] = useState<string | null>(null);
  const reader = useRef<ReaderHandle>(null);
  page.annotations = annotations;
  page.focused = focused;
  useImperativeHandle(ref, () => ({ reader: reader.current!, setAnnotations, setSuggestions }));
  const tag = (key: string) => {
    const label = labels.find(({ letter }) => letter === key.toUpperCase());
    const span = label && reader.current!.getTarget();
    if (!span) return;
    made += 1;
    const name = `${label.name}: ${article.text.slice(span.start, span.end)}, unchecked`;
    setAnnotations((before) => [...before, { uid: `made-${made}`, label, spans: [span], state: 'unchecked', name }]);
    reader.current!.collapse(span.end);
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
        suggestions={suggestions}
        focused={focused}
        onFocus={setFocused}
        onSelectionChange={(selection) => (page.selection = selection)}
        nameAt={(offset) => findFormAt(article.text, offset, article.names ?? [])}
        canChange={(uid) => uid !== article.anothers}
        onChangeParts={(uid, _how, change) =>
          setAnnotations((before) =>
            before.map((each) => (each.uid === uid ? { ...each, spans: change(each.spans) } : each)),
          )
        }
        onStack={(stack) => (page.stack = stack?.uids ?? [])}
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

function show(draw: (into: Root) => void): Promise<number> {
  page.close();
  return timeToPaint(() => {
    root = createRoot(container);
    flushSync(() => draw(root!));
  });
}

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
  close: () => {
    root?.unmount();
    root = undefined;
    container.replaceChildren();
  },
  setAnnotations: (annotations) => flushSync(() => shown!.setAnnotations(annotations)),
  setSuggestions: (suggestions) => flushSync(() => shown!.setSuggestions(suggestions)),
  keyTimes: [],
  scrollThrough: () => scrollThrough(document.querySelector('.reader')!),
  selection: { caret: null, span: null },
  focused: null,
  stack: [],
  annotations: [],
  violations: [],
  copied: [],
  showMatches: (spans, current) => shown!.reader.showMatches(spans, current),
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
    afterPaint(() => page.keyTimes.push(performance.now() - timeStamp));
  },
  { capture: true },
);
