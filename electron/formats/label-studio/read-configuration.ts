import type { FileSet } from '../found.ts';
import { readXml, XmlFault } from '../xml/read-xml.ts';

/** `texts`: the column of the data that an object shows, by its name. `several`: controls in which several values may be chosen. */
export type Configuration = { texts: ReadonlyMap<string, string>; several: ReadonlySet<string> };

/** What the labelling configurations among the files say; a file that is none says nothing. */
export function readConfiguration(files: FileSet): Configuration {
  const texts = new Map<string, string>();
  const several = new Set<string>();
  for (const file of files.names) {
    if (!/\.xml$/iu.test(file) || !/<View\b/u.test(files.head(file))) continue;
    try {
      for (const event of readXml(files.slices(file))) {
        if (!('open' in event)) continue;
        const { name = '', value = '', choice } = event.open.attributes;
        if (/^(?:Hyper)?Text$/u.test(event.open.name)) texts.set(name, value.replace(/^\$/u, ''));
        if (choice === 'multiple') several.add(name);
      }
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
    }
  }
  return { texts, several };
}
