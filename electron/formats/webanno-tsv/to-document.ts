import { webannoMessages } from '#shared/messages/en/formats/webanno-tsv';
import type { FoundAnnotation, FoundDocument, FoundRelation } from '../found.ts';
import { toState } from '../side-files/read-side-files.ts';
import { parseNumbered } from './escape.ts';
import { RELATION_LAYER } from './feature-names.ts';
import type { LaidOut } from './lay-out.ts';
import { readCells, type Cell } from './read-cells.ts';
import { shortName } from './read-layers.ts';
import type { Sheet } from './read-rows.ts';
import { featuresOf, findName, toAnnotation } from './to-annotation.ts';

/** Layers that say what words are, not what is meant: counted and left. */
const aboutWords = /\.(?:lexmorph|segmentation|syntax|transform)\./u;
const isToken = (layer: string) => /\.Token$/u.test(layer);

type Tag = { cell: Cell; annotation: FoundAnnotation };

/** Puts what a sheet says into a document. `attributeOf`: what a feature of ours stands for. */
export function fillDocument(
  document: FoundDocument,
  sheet: Sheet,
  laidOut: Pick<LaidOut, 'text' | 'map'>,
  attributeOf: (feature: string) => string,
): void {
  const reading = new Reading(document, sheet);
  const counted = new Map<string, number>();
  const relations: Cell[] = [];
  for (const [n, cell] of readCells(sheet).entries()) {
    const layer = sheet.layers[cell.layer]!;
    if (aboutWords.test(layer.name)) counted.set(layer.name, (counted.get(layer.name) ?? 0) + 1);
    else if (layer.kind === 'relation') relations.push(cell);
    else reading.addTag(cell, toAnnotation(String(n), cell, sheet, laidOut, attributeOf));
  }
  reading.linkSlots();
  reading.linkChains();
  for (const cell of relations) reading.addRelation(cell);
  for (const [layer, count] of counted) reading.leave(webannoMessages.layer(layer), '', count);
  if (sheet.comments > 0) reading.leave(webannoMessages.comment, '', sheet.comments);
}

/** Annotations by where they stand, which links name them by. */
class Reading {
  readonly #document: FoundDocument;
  readonly #sheet: Sheet;
  readonly #tags: Tag[] = [];
  readonly #byUnit = new Map<string, Tag[]>();
  readonly #ours = new Map<string, FoundAnnotation>();

  constructor(document: FoundDocument, sheet: Sheet) {
    this.#document = document;
    this.#sheet = sheet;
  }

  leave(what: string, place: string, count = 1): void {
    this.#document.left.push({ what, place, quote: '', count });
  }

  /** Parts of one annotation of ours are spans with one uid. */
  addTag(cell: Cell, made: FoundAnnotation): void {
    const key = `${made.uid} ${made.label}`;
    const known = made.uid === null ? undefined : this.#ours.get(key);
    if (known) known.spans.push(...made.spans);
    else {
      this.#document.annotations.push(made);
      this.#ours.set(key, made);
    }
    const tag = { cell, annotation: known ?? made };
    this.#tags.push(tag);
    for (const { id } of cell.units) {
      const there = this.#byUnit.get(id);
      if (there) there.push(tag);
      else this.#byUnit.set(id, [tag]);
    }
  }

  linkSlots(): void {
    const { layers, columns } = this.#sheet;
    for (const { cell, annotation } of this.#tags) {
      if (layers[cell.layer]!.kind !== 'span') continue;
      for (const { role, target, column } of cell.links) {
        const { value: unit, id } = parseNumbered(target);
        const to = this.#find(unit, id, columns[column]!.name);
        const kind = role ?? columns[column - 1]!.name;
        if (to) this.#link({ kind, from: annotation.id, to: to.id, place: annotation.place });
        else this.leave(webannoMessages.noTarget(target), annotation.place);
      }
    }
  }

  /** Each link of a chain leads to the next. */
  linkChains(): void {
    const { layers } = this.#sheet;
    const links = this.#tags
      .filter(({ cell }) => layers[cell.layer]!.kind === 'chain')
      .flatMap(({ cell, annotation }) =>
        cell.links.map(({ role, target }) => {
          const [chain, at] = target.split('-').map(Number);
          return {
            chain: `${cell.layer} ${chain}`,
            at: at!,
            kind: role ?? shortName(layers[cell.layer]!.name),
            annotation,
          };
        }),
      );
    for (const chain of Map.groupBy(links, (link) => link.chain).values()) {
      const inOrder = chain.toSorted((a, b) => a.at - b.at);
      for (const [n, { kind, annotation }] of inOrder.slice(0, -1).entries())
        this.#link({ kind, from: annotation.id, to: inOrder[n + 1]!.annotation.id, place: annotation.place });
    }
  }

  addRelation(cell: Cell): void {
    const { name: layer, base } = this.#sheet.layers[cell.layer]!;
    const place = webannoMessages.line(cell.units[0]!.line);
    if (base === null || isToken(base)) return this.leave(webannoMessages.tokenRelation(layer), place);
    const features = featuresOf(cell, this.#sheet);
    const isOurs = layer === RELATION_LAYER;
    const named = isOurs ? 'kind' : (findName(features) ?? this.#findOnlyFeature(cell));
    for (const { target } of cell.links) {
      const { value: unit, id } = parseNumbered(target);
      const [source = null, own = null] = id === null ? [] : id.split('_');
      const from = this.#find(unit, source, base);
      const to = this.#find(cell.units[0]!.id, own, base);
      if (!from || !to) {
        this.leave(webannoMessages.noTarget(target), place);
        continue;
      }
      this.#link({
        kind: (named === undefined ? undefined : features.get(named)) ?? shortName(layer),
        from: from.id,
        to: to.id,
        place,
        ...(isOurs && {
          uid: features.get('uid') ?? null,
          annotator: features.get('annotator') ?? null,
          state: toState(features.get('state')),
          note: features.get('note') ?? '',
        }),
      });
    }
    if (!isOurs)
      for (const [name, value] of features)
        if (name !== named) this.leave(webannoMessages.relationFeature(name, value), place);
  }

  /** The name of what a layer says, if it is one thing only. */
  #findOnlyFeature({ layer }: Cell): string | undefined {
    const { layers, columns } = this.#sheet;
    const [first, second] = layers[layer]!.columns.filter((column) => columns[column]!.kind === 'feature');
    return first === undefined || second !== undefined ? undefined : columns[first]!.name;
  }

  /** The one with the number, or where none is given, or 0, the one that is alone. `of`: its layer. */
  #find(unit: string, id: string | null, of: string): FoundAnnotation | undefined {
    const number = id === '0' ? null : id;
    const there = (this.#byUnit.get(unit) ?? []).filter(
      ({ cell }) => of.startsWith('uima.tcas.') || this.#sheet.layers[cell.layer]!.name === of,
    );
    const exact = there.find(({ cell }) => cell.id === number);
    return (exact ?? (number === null ? there[0] : undefined))?.annotation;
  }

  #link(relation: Pick<FoundRelation, 'from' | 'to' | 'kind' | 'place'> & Partial<FoundRelation>): void {
    this.#document.relations.push({ uid: null, annotator: null, state: null, note: '', ...relation });
  }
}
