/** A mention over words of one document, both ends inclusive; of several parts where it has gaps. */
export type FoundMention = { chain: string; label: string; other: string; parts: { first: number; last: number }[] };

type Open = { name: string; fields: string[]; first: number };

/** Reads `Entity=` of one word after another: `(e1-person-1-` opens, `e1)` closes, `(e2[1/2]-place-1-)` is the first part of two. */
export class EntityBrackets {
  readonly mentions: FoundMention[] = [];
  readonly #open = new Map<string, Open[]>();
  readonly #parted = new Map<string, FoundMention[]>();
  readonly #fields: readonly string[];

  /** `fields`: what stands between the hyphens. */
  constructor(fields: readonly string[]) {
    this.#fields = fields;
  }

  /** How many stand on no word of the text. */
  unseen = 0;

  /** False where one closes that did not open. */
  read(value: string, word: number): boolean {
    return this.#read(value, { opens: word, closes: word });
  }

  /** The same of a word that is not in the text, and stands before the one of that number. */
  readUnseen(value: string, word: number): boolean {
    return this.#read(value, { opens: word, closes: word - 1 });
  }

  #read(value: string, { opens, closes }: { opens: number; closes: number }): boolean {
    for (const [, opening, single, closing] of value.matchAll(/\(([^()]+)(\))?|([^()]+)\)/gu)) {
      if (opening !== undefined) {
        const open = this.#toOpen(opening, opens);
        if (single !== undefined) this.#close(open, closes);
        else this.#open.set(open.name, [...(this.#open.get(open.name) ?? []), open]);
      } else {
        const open = this.#open.get(closing!)?.pop();
        if (!open) return false;
        this.#close(open, closes);
      }
    }
    return true;
  }

  get isClosed() {
    return [...this.#open.values()].every((open) => open.length === 0);
  }

  /** The last field may have hyphens in it. */
  #toOpen(written: string, first: number): Open {
    const parts = written.split('-');
    const last = this.#fields.length - 1;
    const fields = [...parts.slice(0, last), parts.slice(last).join('-')];
    return { name: fields[Math.max(0, this.#indexOf('eid', 'GRP'))] ?? '', fields, first };
  }

  #close({ name, fields, first }: Open, last: number): void {
    if (last < first) {
      this.unseen += 1;
      return;
    }
    const [, chain = name, n = '1', of = '1'] = /^(.*?)(?:\[(\d+)\/(\d+)\])?$/u.exec(name) ?? [];
    const label = fields[this.#indexOf('etype', 'entity')] ?? '';
    const other = fields[this.#indexOf('other')] ?? '';
    const mention: FoundMention = { chain, label, other, parts: [{ first, last }] };
    if (Number(of) < 2) {
      this.mentions.push(mention);
      return;
    }
    // the parts of a mention follow each other
    const waiting = this.#parted.get(chain) ?? [];
    this.#parted.set(chain, waiting);
    const begun = waiting.find(({ parts }) => parts.length === Number(n) - 1);
    if (!begun) this.mentions.push(mention);
    else begun.parts.push({ first, last });
    if (!begun && Number(n) === 1) waiting.push(mention);
    else if (begun && Number(n) === Number(of)) waiting.splice(waiting.indexOf(begun), 1);
  }

  #indexOf(...names: string[]) {
    return this.#fields.findIndex((field) => names.includes(field));
  }
}
