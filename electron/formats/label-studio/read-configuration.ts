import type { FileSet } from '../found.ts';
import { readXml, XmlFault } from '../xml/read-xml.ts';
import type { DialogueKeys } from './dialogues.ts';

/**
 * `texts`: the column of the data that an object shows, by its name. `several`: controls in which several values may be chosen.
 * `keys`: how dialogues are written, by their columns.
 */
export type Configuration = {
  texts: ReadonlyMap<string, string>;
  several: ReadonlySet<string>;
  keys: ReadonlyMap<string, DialogueKeys>;
};

/** What the labelling configurations among the files say; a file that is none says nothing. */
export function readConfiguration(files: FileSet): Configuration {
  const texts = new Map<string, string>();
  const several = new Set<string>();
  const keys = new Map<string, DialogueKeys>();
  for (const file of files.names) {
    if (!/\.xml$/iu.test(file) || !/<View\b/u.test(files.head(file))) continue;
    try {
      for (const event of readXml(files.slices(file))) {
        if (!('open' in event)) continue;
        const { name = '', value = '', choice, nameKey: speaker, textKey: words } = event.open.attributes;
        const column = value.replace(/^\$/u, '');
        if (/^(?:(?:Hyper)?Text|Paragraphs)$/u.test(event.open.name)) texts.set(name, column);
        if (event.open.name === 'Paragraphs')
          keys.set(column, { ...(speaker && { speaker }), ...(words && { words }) });
        if (choice === 'multiple') several.add(name);
      }
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
    }
  }
  return { texts, several, keys };
}
