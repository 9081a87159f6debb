/** Longer texts are encoded faster by the platform than sign by sign. Unit: UTF-16. */
const SHORT = 64;
/** At most so many bytes of UTF-8 stand for one code unit of UTF-16. */
const MOST_BYTES = 3;
const MOST_DIGITS = 16;
const ZERO = 0x30;
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

/**
 * A text that grows by short pieces, as the UTF-8 that it is written as: to add strings together and encode them afterwards takes
 * several times as long.
 */
export class TextBytes {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  get length() {
    return this.#length;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  /** A text, or the stretch of it from `start` to `end`; a lone surrogate becomes U+FFFD. */
  addText(text: string, start = 0, end = text.length): void {
    this.#makeRoom((end - start) * MOST_BYTES);
    const at = end - start <= SHORT ? this.#addShort(text, start, end) : start;
    if (at < end) this.#length += this.#bytes.write(text.slice(at, end), this.#length);
  }

  /** How far it came: up to the first surrogate. */
  #addShort(text: string, start: number, end: number): number {
    const bytes = this.#bytes;
    let length = this.#length;
    let at = start;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0x80) bytes[length++] = code;
      else if (code < 0x800) {
        bytes[length++] = 0xc0 | (code >> 6);
        bytes[length++] = 0x80 | (code & 0x3f);
      } else if (isSurrogate(code)) break;
      else {
        bytes[length++] = 0xe0 | (code >> 12);
        bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[length++] = 0x80 | (code & 0x3f);
      }
    }
    this.#length = length;
    return at;
  }

  /** A whole number from 0 to 2³¹ - 1, in decimal digits. */
  addNumber(value: number): void {
    this.#makeRoom(MOST_DIGITS);
    let digits = 1;
    for (let above = 10; above <= value; above *= 10) digits += 1;
    let rest = value | 0;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      const tens = (rest / 10) | 0;
      this.#bytes[at] = ZERO + rest - tens * 10;
      rest = tens;
    }
    this.#length += digits;
  }

  /** What was encoded before. */
  addBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** All that was added since it was last taken. */
  take(): Uint8Array {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }
}
