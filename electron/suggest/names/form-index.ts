import type { Span } from '#shared/domain/span';
import type { Token } from '#shared/text/tokens';
import { MOST_TOKENS } from './knowledge.ts';

/** Unit: UTF-16. */
const LONGEST_GAP = 4;
const nameGap = /^(?:\.?[\p{Zs}\n]*|[\p{Zs}\p{Pd}\p{Cf}'’‘ʼ]*)$/u;
/** Words of a name have nothing between them but a blank or a hyphen, or the point of an abbreviation. */
const isOneName = (text: string, end: number, start: number) =>
  start - end <= LONGEST_GAP && nameGap.test(text.slice(end, start));

/** A form that stands in a text: its values, its tokens `[from, to)`, and its span. */
export type FormHit<T> = Span & { values: readonly T[]; from: number; to: number };

/**
 * Many names, found in a text in one pass.
 *
 * At each token no more look-ups are made than the longest name that begins with it has tokens, however many names there are.
 */
export class FormIndex<T> {
  readonly #values = new Map<string, T[]>();
  /** How many tokens the longest form has that begins with a token. */
  readonly #longest = new Map<string, number>();

  /** Adds a value under a form: its tokens joined by blanks. */
  add(form: string, value: T): void {
    const same = this.#values.get(form);
    if (same) {
      same.push(value);
      return;
    }
    const tokens = form.split(' ');
    if (form === '' || tokens.length > MOST_TOKENS) return;
    this.#values.set(form, [value]);
    const [first] = tokens as [string];
    this.#longest.set(first, Math.max(tokens.length, this.#longest.get(first) ?? 0));
  }

  /** The longest form at each token that has a value which `accept` takes, from left to right; none lies over another. */
  find(text: string, tokens: readonly Token[], accept: (value: T, span: Span) => boolean): FormHit<T>[] {
    const hits: FormHit<T>[] = [];
    for (let from = 0; from < tokens.length;) {
      const hit = this.#findAt(text, tokens, from, accept);
      if (hit) hits.push(hit);
      from = hit ? hit.to : from + 1;
    }
    return hits;
  }

  #findAt(text: string, tokens: readonly Token[], from: number, accept: (value: T, span: Span) => boolean) {
    const { token, start } = tokens[from]!;
    const most = Math.min(tokens.length, from + (this.#longest.get(token) ?? 0));
    let best: FormHit<T> | undefined;
    let form = '';
    for (let at = from; at < most; at += 1) {
      if (at > from && !isOneName(text, tokens[at - 1]!.end, tokens[at]!.start)) break;
      form = at === from ? token : `${form} ${tokens[at]!.token}`;
      const span = { start, end: tokens[at]!.end };
      const values = this.#values.get(form)?.filter((value) => accept(value, span)) ?? [];
      if (values.length > 0) best = { ...span, values, from, to: at + 1 };
    }
    return best;
  }
}
