import type { TokenTag } from '../tokens/token-tags.ts';

/** Brackets that are open over the tokens of one document: `(name*` opens, `*)` closes what was opened last. */
export class NameBrackets {
  readonly tags: TokenTag[] = [];
  readonly #open: TokenTag[] = [];

  /** False where a bracket closes that none opened. */
  read(cell: string, token: number): boolean {
    if (cell === '*' || cell === '-') return true;
    for (const [, name, close] of cell.matchAll(/\(([^()*]+)|(\))/gu)) {
      if (name !== undefined) this.#open.push({ label: name, first: token, last: token });
      else if (close !== undefined) {
        const closed = this.#open.pop();
        if (!closed) return false;
        this.tags.push({ ...closed, last: token });
      }
    }
    return true;
  }

  get isClosed() {
    return this.#open.length === 0;
  }
}

/** Where brackets stand side by side, with nothing between them. */
const between = /(?<=[^(])(?=\()|(?<=\))/u;

/** Mentions by the number of their chain: `(3`, `3)`, `(3)`, several with `|` between them, or as the scorer reads them, nothing. */
export class ChainBrackets {
  readonly mentions: TokenTag[] = [];
  readonly #open = new Map<string, number[]>();

  /** False where one closes that did not open. */
  read(cell: string, token: number): boolean {
    if (cell === '-' || cell === '_' || cell === '*') return true;
    for (const item of cell.split('|')) {
      const [, open, chain, close] = /^(\()?([^()]+)(\))?$/u.exec(item) ?? [];
      if (chain === undefined) {
        const parts = item.split(between);
        if (parts.length > 1 && parts.every((part) => this.read(part, token))) continue;
        return false;
      }
      if (open === undefined && close === undefined) return false;
      const opened = this.#open.get(chain) ?? [];
      this.#open.set(chain, opened);
      if (open !== undefined) opened.push(token);
      if (close === undefined) continue;
      const first = opened.pop();
      if (first === undefined) return false;
      this.mentions.push({ label: chain, first, last: token });
    }
    return true;
  }

  get isClosed() {
    return [...this.#open.values()].every((opened) => opened.length === 0);
  }
}
