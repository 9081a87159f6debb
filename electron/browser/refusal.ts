/** An HTTP status as the whole answer: whoever gets it is not our page, or is broken. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}
