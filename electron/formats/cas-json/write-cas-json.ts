import { describeTypes, type TypeDescription } from '../cas/describe-types.ts';
import { nameTypes } from '../cas/name-types.ts';
import { SOFA, toStructures, type WrittenStructure } from '../cas/to-structures.ts';
import type { Chunk, Dataset } from '../format.ts';

/** A file for each article, with the types in it. Unit: UTF-16, half-open. */
export function* writeCasJson({ codebook, articles }: Dataset): Generator<Chunk> {
  const names = nameTypes(codebook);
  const types = JSON.stringify(toTypes(describeTypes(codebook, names)));
  for (const item of articles()) {
    const { uid, text } = item.article;
    const structures = toStructures(item, codebook, names, { text, toValue: (value) => value });
    const sofa = {
      '%ID': SOFA,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text/plain',
      sofaString: text,
    };
    const views = { _InitialView: { '%SOFA': SOFA, '%MEMBERS': structures.map(({ id }) => id) } };
    const lines = [sofa, ...toObjects(structures)].map((structure) => JSON.stringify(structure));
    yield {
      file: `${uid}.json`,
      text: `{\n"%TYPES": ${types},\n"%FEATURE_STRUCTURES": [\n${lines.join(',\n')}\n],\n"%VIEWS": ${JSON.stringify(views)}\n}\n`,
    };
  }
}

const toTypes = (types: readonly TypeDescription[]) =>
  Object.fromEntries(
    types.map(({ name, supertype, features }) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': supertype,
        ...Object.fromEntries(features.map((each) => [each.name, { '%NAME': each.name, '%RANGE': each.range }])),
      },
    ]),
  );

/** Arrays are objects of their own, behind all others. */
function* toObjects(structures: readonly WrittenStructure[]): Generator<Record<string, unknown>> {
  const arrays: Record<string, unknown>[] = [];
  for (const { id, type, features } of structures) {
    const object: Record<string, unknown> = { '%ID': id, '%TYPE': type };
    for (const [name, value] of features)
      if (Array.isArray(value)) {
        const array = structures.length + SOFA + arrays.length + 1;
        arrays.push({ '%ID': array, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': value });
        object[`@${name}`] = array;
      } else if (typeof value === 'object') object[`@${name}`] = value.ref;
      else object[name] = value;
    yield object;
  }
  yield* arrays;
}
