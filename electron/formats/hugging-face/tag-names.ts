import { readMetadata } from './read-rows.ts';

/** What the numbers in a column stand for, by the column's name. */
export type TagNames = ReadonlyMap<string, readonly string[]>;

/**
 * The names of classes that a card says in its front matter, or a Parquet file of itself.
 *
 * Source: `dataset_info.features` of a card, as the hub writes it; key `huggingface` of a file's metadata.
 */
export function findTagNames(card: string, known: TagNames = new Map(), parquet?: Uint8Array): TagNames {
  const names = new Map(known);
  for (const [column, classes] of listOfCard(card)) names.set(column, classes);
  const said = parquet && readMetadata(parquet)?.key_value_metadata?.find(({ key }) => key === 'huggingface')?.value;
  if (said) for (const [column, classes] of listOfFile(said)) names.set(column, classes);
  return names;
}

/** Reads no more of YAML than how the hub writes classes: `- name: tags`, and below it `'0': O`. */
function listOfCard(card: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let column = '';
  const matter = /^---\r?\n(.*?)\r?\n---/su.exec(card)?.[1] ?? '';
  for (const line of matter.split(/\r?\n/u)) {
    const name = /^\s*- name: (.+)$/u.exec(line)?.[1];
    if (name !== undefined) column = unquote(name);
    const [, number, label] = /^\s+['"]?(\d+)['"]?: (.+)$/u.exec(line) ?? [];
    if (number === undefined || column === '') continue;
    const classes = found.get(column) ?? [];
    classes[Number(number)] = unquote(label!);
    found.set(column, classes);
  }
  return found;
}

const unquote = (words: string) => words.trim().replace(/^(['"])(.*)\1$/su, '$2');

type Described = { names?: string[]; feature?: Described } | undefined;

type Info = { features?: Record<string, Described> } | null;

function listOfFile(said: string): [string, string[]][] {
  try {
    return listOfInfo((JSON.parse(said) as { info?: Info }).info);
  } catch {
    return []; // what is not as the hub writes it says nothing
  }
}

/** The same of `dataset_info.json`, and of `dataset_infos.json` as the hub had it before cards, which has one for each configuration. */
export function findNamesInInfos(said: string): TagNames {
  try {
    const info = JSON.parse(said) as Record<string, Info> & Info;
    return new Map([info, ...Object.values(info)].flatMap((each) => listOfInfo(each as Info)));
  } catch {
    return new Map();
  }
}

const listOfInfo = (info: Info | undefined) =>
  Object.entries(info?.features ?? {}).flatMap(([column, described]): [string, string[]][] => {
    const names = described?.feature?.names ?? described?.names;
    return Array.isArray(names) ? [[column, names]] : [];
  });
