import type { OffsetUnit } from '#shared/domain/dataset';
import { casLeft } from '#shared/messages/en/formats/cas';
import { emptyDocument, type FoundDocument, type Left } from '../found.ts';
import { readPlaceInProject } from '../in-project.ts';
import {
  isCollection,
  isReference,
  listAncestors,
  shortName,
  type Cas,
  type FeatureStructure,
  type FeatureValue,
} from './cas.ts';
import { describeDocument, isAboutDocument } from './describe-document.ts';
import { readOriginals } from './read-originals.ts';
import { toAnnotation } from './to-annotation.ts';
import { findEnds, toRelations } from './to-relations.ts';

const SOFA = 'uima.cas.Sofa';

/** Types, or what their names begin with, that say how a text is built; a layer that people made is none, whatever it is called. */
const STRUCTURE =
  /^(?:de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|lexmorph|syntax|metadata|transform)\.type\.|org\.dkpro\.core\.api\.(?:xml|pdf)\.type\.|org\.apache\.ctakes\.typesystem\.type\.(?:syntax|textspan)\.|(?!webanno\.custom\.)(?:.*\.)?(?:Token|Sentence|Lemma|Stem|POS)$)/u;

/** A document for each view that has a text, with all that stands on it; none where no view has one. */
export function readViews(cas: Cas, { file, unit }: { file: string; unit: OffsetUnit | null }): FoundDocument[] {
  const sofas = [...cas.structures.values()].filter(({ type }) => type === SOFA);
  const views = sofas.filter(({ features }) => typeof features.get('sofaString') === 'string');
  const project = readPlaceInProject(file);
  const name = project?.document ?? file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:xmi|xml|json)$/iu, '');
  const documents = views.map((sofa) => {
    const id = sofa.features.get('sofaID') as string | undefined;
    const document = emptyDocument(views.length === 1 ? name : `${name} (${id ?? sofa.id})`, file);
    document.text = sofa.features.get('sofaString') as string;
    document.unit = unit;
    fill(document, cas, sofa);
    for (const each of document.annotations) each.annotator ??= project?.annotator ?? null;
    return document;
  });
  for (const { place } of sofas.filter((sofa) => !views.includes(sofa)))
    documents[0]?.left.push({ what: casLeft.view, place, quote: '', count: 1 });
  return documents;
}

function fill(document: FoundDocument, cas: Cas, sofa: FeatureStructure): void {
  const originals = readOriginals(cas);
  const ledTo = listLedTo(cas);
  const left = new Map<string, Left>();
  const leave = (what: string, place: string) => {
    const known = left.get(what);
    if (known) known.count += 1;
    else left.set(what, { what, place, quote: '', count: 1 });
  };
  const tags = new Map<string, FeatureStructure>();
  const relations: FeatureStructure[] = [];
  for (const structure of cas.structures.values()) {
    const { id, type, features, place } = structure;
    const on = features.get('sofa');
    if (isCollection(structure) || type === SOFA || (isReference(on) && on.ref !== sofa.id)) continue;
    if (isAboutDocument(structure)) describeDocument(document, structure);
    else if (isStructure(cas, type)) leave(casLeft.structure(shortName(type)), place);
    else if (isRelationOn(cas, structure, sofa.id)) relations.push(structure);
    else if (isReference(on) && isNumber(structure, 'begin') && isNumber(structure, 'end')) tags.set(id, structure);
    // what another leads to is said where it is led to
    else if (!ledTo.has(id)) leave(casLeft.object(shortName(type)), place);
  }
  for (const structure of tags.values()) document.annotations.push(toAnnotation(cas, structure, originals));
  const isTag = (id: string) => tags.has(id);
  for (const structure of [...tags.values(), ...relations])
    document.relations.push(...toRelations(cas, structure, { isTag, originals, leave }));
  document.left.push(...left.values());
}

/** Whether it is a relation of a text: it says so, or what it leads from does. */
function isRelationOn(cas: Cas, structure: FeatureStructure, sofa: string): boolean {
  const ends = findEnds(cas, structure);
  if (!ends) return false;
  const on = structure.features.get('sofa') ?? cas.structures.get(ends.from)?.features.get('sofa');
  return isReference(on) && on.ref === sofa;
}

function listLedTo({ structures }: Cas): Set<string> {
  const ledTo = new Set<string>();
  const add = (value: FeatureValue) => {
    if (Array.isArray(value)) value.forEach(add);
    else if (isReference(value)) ledTo.add(value.ref);
  };
  for (const { features } of structures.values()) for (const value of features.values()) add(value);
  return ledTo;
}

const isNumber = ({ features }: FeatureStructure, name: string) => typeof features.get(name) === 'number';

function isStructure({ types }: Cas, type: string): boolean {
  for (const each of listAncestors(types, type)) if (STRUCTURE.test(each)) return true;
  return false;
}
