import type { Span } from '#shared/domain/span';
import { readerMessages } from '#shared/messages/en/reader';
import type { Draft, ReaderAnnotation, ReaderLabel } from './reader-types.ts';

const PREFIX = 'draft-';
let made = 0;

/** Whether an annotation that is drawn is still being saved; it has no uid of its own yet and cannot be in focus. */
export const isDraft = (uid: string) => uid.startsWith(PREFIX);

/** What is drawn already although it is still being saved. */
export class Drafts {
  #shown: readonly ReaderAnnotation[] = [];
  readonly #saved = new Set<ReaderAnnotation>();
  readonly #text: string;
  readonly #isDrawn: (uid: string) => boolean;
  readonly #onChange: () => void;

  constructor(text: string, isDrawn: (uid: string) => boolean, onChange: () => void) {
    this.#text = text;
    this.#isDrawn = isDrawn;
    this.#onChange = onChange;
  }

  get shown(): readonly ReaderAnnotation[] {
    return this.#shown;
  }

  add(label: ReaderLabel, span: Span): Draft {
    made += 1;
    const name = readerMessages.draft(label.name, this.#text.slice(span.start, span.end));
    const draft: ReaderAnnotation = { uid: `${PREFIX}${made}`, label, spans: [span], state: 'unchecked', name };
    this.#shown = [...this.#shown, draft];
    this.#onChange();
    return {
      giveWay: (uid) => {
        if (this.#isDrawn(uid)) this.#drop(draft);
        else this.#saved.add(draft);
      },
      drop: () => this.#drop(draft),
    };
  }

  #drop(draft: ReaderAnnotation): void {
    this.#shown = this.#shown.filter((each) => each !== draft);
    this.#onChange();
  }

  /** Leaves out what was saved: the list that is drawn now holds it. */
  dropSaved(): void {
    if (this.#saved.size === 0) return;
    this.#shown = this.#shown.filter((draft) => !this.#saved.has(draft));
    this.#saved.clear();
  }
}
