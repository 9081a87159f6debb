import { folderOf } from '../side-files/read-table.ts';

/** One text of a folder with the files that annotate it: `.ann`, or the parts of the older BioNLP tasks. */
export type StandoffFiles = { name: string; text: string | null; annotations: string[] };

/** Suffixes of annotation files; ids of all that stand beside one text are of one set. */
const SUFFIXES = ['.ann', '.a1', '.a2', '.rel', '.co'];

/** By name. A text that nothing annotates may be anything, and is none of them. */
export function listDocuments(names: readonly string[]): StandoffFiles[] {
  const there = new Set(names);
  const bases = new Set<string>();
  for (const name of names) {
    const suffix = SUFFIXES.find((each) => name.endsWith(each));
    if (suffix) bases.add(name.slice(0, -suffix.length));
  }
  let findText: ReturnType<typeof createFinder> | undefined;
  return [...bases].sort().map((name) => ({
    name,
    text: there.has(`${name}.txt`) ? `${name}.txt` : (findText ??= createFinder(names))(name),
    annotations: SUFFIXES.map((suffix) => name + suffix).filter((file) => there.has(file)),
  }));
}

/** What folders of texts are called. */
const TEXTS = /(?:^|\/)(?:te?xts?|raw|sources?|documents?)\/$/iu;

/** Finds the text of a file in the folder above its own, or in another folder there, where it is clear which. */
function createFinder(names: readonly string[]): (name: string) => string | null {
  const above = (folder: string) => folderOf(folder.slice(0, -1));
  const texts = new Map<string, string[]>();
  for (const name of names) {
    if (!name.endsWith('.txt')) continue;
    const folder = folderOf(name);
    const file = name.slice(folder.length, -'.txt'.length);
    for (const place of new Set([folder, above(folder)]))
      texts.set(`${place}\0${file}`, [...(texts.get(`${place}\0${file}`) ?? []), name]);
  }
  return (name) => {
    const folder = folderOf(name);
    if (folder === '') return null;
    const found = texts.get(`${above(folder)}\0${name.slice(folder.length)}`) ?? [];
    const [text, more] = found.length > 1 ? found.filter((each) => TEXTS.test(folderOf(each))) : found;
    return text !== undefined && more === undefined ? text : null;
  };
}
