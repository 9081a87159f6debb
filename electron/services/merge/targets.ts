import type { ReadDb } from '../../corpus/connection.ts';
import type { JournalRow } from '../../corpus/journal/read-rows.ts';
import type { StepPayload } from '../../corpus/journal/steps.ts';
import { isKindName, type KindName } from '../../corpus/model/kinds.ts';
import { listTakenOf, listTargetsOfStep } from '../../corpus/repositories/merge-repository.ts';

/** Rows that come to something else because of journal rows that are new here. */
export class Targets {
  readonly all = new Map<string, KindName>();
  readonly #mine: ReadDb;
  readonly #steps = new Set<string>();

  constructor(mine: ReadDb) {
    this.#mine = mine;
  }

  /** A row of another copy that is new here. */
  noteRow({ kind, target, step, payload }: JournalRow): void {
    if (kind === 'step') {
      const { takes = [] } = JSON.parse(payload ?? '{}') as Partial<StepPayload>;
      for (const taken of takes) this.#noteStep(taken);
    } else this.noteChanged({ kind, target, step });
  }

  noteChanged({ kind, target, step }: { kind: string; target: string; step: string | null }): void {
    // a batch says of all that was put into it whether it is there
    if (kind === 'batch' && step !== null) this.#noteStep(step);
    else if (isKindName(kind) && kind !== 'batch' && kind !== 'corpus') this.all.set(target, kind);
  }

  /** What a step of mine did, and what those did that it takes back: it stands no more, or stands again. */
  #noteStep(step: string): void {
    if (this.#steps.has(step)) return;
    this.#steps.add(step);
    for (const each of listTargetsOfStep(this.#mine, step))
      if (each.kind === 'batch' || isKindName(each.kind)) this.noteChanged({ ...each, step: null });
    for (const taken of listTakenOf(this.#mine, step)) this.#noteStep(taken);
  }
}
