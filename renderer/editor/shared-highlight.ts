/** What one reader has in a highlight of the page, which texts that stand side by side share. */
export class SharedHighlight {
  #own: readonly AbstractRange[] = [];
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** In place of what this reader had in it before. */
  set(ranges: readonly AbstractRange[]): void {
    const shared = CSS.highlights.get(this.#name) ?? new Highlight();
    for (const range of this.#own) shared.delete(range);
    for (const range of ranges) shared.add(range);
    this.#own = ranges;
    if (shared.size === 0) CSS.highlights.delete(this.#name);
    else CSS.highlights.set(this.#name, shared);
  }
}
