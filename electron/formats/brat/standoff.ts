import { bratLeft } from '#shared/messages/en/formats/brat';
import type { FoundAnnotation, FoundDocument, FoundRelation, Left } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import type { Role, StandoffLine } from './parse-lines.ts';

type Placed = { line: StandoffLine; place: string; written: string };
type Of<K extends StandoffLine['kind']> = Extract<StandoffLine, { kind: K }>;

/** The lines of one document, which may name each other before they come. */
export class Standoff {
  readonly #lines: Placed[] = [];
  readonly #left: Left[] = [];
  readonly #annotations = new Map<string, FoundAnnotation>();
  readonly #relations = new Map<string, FoundRelation>();
  /** Tags that stand for events, by id of the event. */
  readonly #triggers = new Map<string, string>();
  readonly #ids = new Set<string>();
  readonly #shown: (type: string) => string;

  constructor(shown: (type: string) => string) {
    this.#shown = shown;
  }

  get isEmpty() {
    return this.#lines.length === 0;
  }

  add(line: StandoffLine, place: string, written: string): void {
    if (line.id !== '*' && this.#ids.has(line.id)) return this.leave(bratLeft.idTwice, place, written);
    this.#ids.add(line.id);
    this.#lines.push({ line, place, written });
  }

  leave(what: string, place: string, quote: string): void {
    this.#left.push({ what, place, quote, count: 1 });
  }

  fill(document: FoundDocument): void {
    for (const { line, place } of this.#lines) if (line.kind === 'tag') this.#addTag(line, place);
    for (const each of this.#lines) if (each.line.kind === 'event') this.#findTrigger(each.line, each);
    for (const each of this.#lines) this.#addRelations(each);
    for (const each of this.#lines) this.#describe(each);
    document.joinsLines = true;
    document.annotations.push(...this.#annotations.values());
    document.relations.push(...this.#relations.values());
    document.left.push(...this.#left);
  }

  #addTag({ id, type, spans, words }: Of<'tag'>, place: string): void {
    this.#annotations.set(id, {
      id,
      uid: null,
      label: this.#shown(type),
      spans: spans.map((span) => ({ ...span, quote: null })),
      ...(words !== null && { quote: { text: words, joiner: toJoiner(spans, words) } }),
      entity: null,
      attributes: {},
      annotator: null,
      state: null,
      note: '',
      place,
    });
  }

  #findTrigger({ id, trigger }: Of<'event'>, { place, written }: Placed): void {
    const isThere = this.#annotations.has(trigger);
    if (isThere) this.#triggers.set(id, trigger);
    this.leave(isThere ? bratLeft.event : bratLeft.noTrigger, place, written);
  }

  #addRelations({ line, place, written }: Placed): void {
    switch (line.kind) {
      case 'event':
        for (const [n, { role, target }] of line.roles.entries())
          // a role that an event has twice is numbered from the second on
          this.#relate(`${line.id} ${n}`, role.replace(/(?<=\D)\d+$/u, ''), line.id, target, place, written);
        return;
      case 'relation': {
        const [from, to] = line.roles satisfies [Role, Role];
        this.#relate(line.id, line.type, from.target, to.target, place, written);
        return;
      }
      case 'equivalence':
        for (const [n, member] of line.members.slice(1).entries())
          this.#relate(`* ${place} ${n}`, line.type, line.members[0]!, member, place, written);
        return;
      default:
    }
  }

  #relate(id: string, kind: string, from: string, to: string, place: string, written: string): void {
    const ends = [this.#findTag(from), this.#findTag(to)];
    if (!ends[0] || !ends[1]) return this.leave(bratLeft.noTarget, place, written);
    this.#relations.set(id, {
      uid: null,
      kind: this.#shown(kind),
      from: ends[0].id,
      to: ends[1].id,
      annotator: null,
      state: null,
      note: '',
      place,
    });
  }

  #findTag(id: string): FoundAnnotation | undefined {
    return this.#annotations.get(this.#triggers.get(id) ?? id);
  }

  #describe({ line, place, written }: Placed): void {
    if (line.kind !== 'attribute' && line.kind !== 'reference' && line.kind !== 'note') return;
    const annotation = this.#findTag(line.target);
    const target = annotation ?? this.#relations.get(line.target);
    if (!target) return this.leave(bratLeft.noTarget, place, written);
    if (line.kind === 'note') return this.#addNote(line, target, place, written);
    if (!annotation) return this.leave(bratLeft.ofRelation, place, written);
    if (line.kind === 'attribute') {
      const name = this.#shown(line.type);
      if (name in annotation.attributes) return this.leave(bratLeft.secondValue, place, written);
      annotation.attributes[name] = line.value ?? 'true';
    } else addReference(line, annotation);
  }

  #addNote({ type, words }: Of<'note'>, target: FoundAnnotation | FoundRelation, place: string, written: string): void {
    const own = type === 'Galley' ? parseOwn(words) : undefined;
    if (own) Object.assign(target, own);
    else if (type === 'AnnotatorNotes') target.note = target.note === '' ? words : `${target.note}\n${words}`;
    else this.leave(bratLeft.otherNote, place, written);
  }
}

/** Before 1.3 brat wrote the words of fragments without a blank between them. */
function toJoiner(spans: Of<'tag'>['spans'], words: string): string {
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return spans.length > 1 && length === Array.from(words).length ? '' : ' ';
}

function addReference({ scheme, value, words }: Of<'reference'>, annotation: FoundAnnotation): void {
  annotation.entity ??= { name: words === '' ? value : words, uid: null, refs: [] };
  if (scheme !== 'galley') annotation.entity.refs.push({ scheme, value });
  else if (value !== 'unnamed') annotation.entity.uid = value;
}

/** What Galley says of its own annotations and relations, for brat has no line for it. */
function parseOwn(words: string): Partial<Pick<FoundAnnotation, 'uid' | 'annotator' | 'state' | 'kept'>> | undefined {
  let own: unknown;
  try {
    own = JSON.parse(words);
  } catch {
    return undefined;
  }
  if (typeof own !== 'object' || own === null) return undefined;
  const { uid, annotator, state, kept } = own as Record<string, unknown>;
  return {
    ...(typeof uid === 'string' && { uid }),
    ...(typeof annotator === 'string' && { annotator }),
    state: toState(state),
    ...(typeof kept === 'object' && kept !== null && { kept: kept as Record<string, unknown> }),
  };
}
