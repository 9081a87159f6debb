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
  return [...bases].sort().map((name) => ({
    name,
    text: there.has(`${name}.txt`) ? `${name}.txt` : null,
    annotations: SUFFIXES.map((suffix) => name + suffix).filter((file) => there.has(file)),
  }));
}
