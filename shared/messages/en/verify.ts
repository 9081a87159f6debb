/** What `verify` finds; each sentence names what it is about. */
export const verifyMessages = {
  /** What is being looked at. */
  at: {
    file: 'the file',
    texts: 'texts',
    sources: 'source files',
    articles: 'articles',
    journal: 'journal',
    replay: 'replay of the journal',
    tables: 'tables',
    derived: 'lists and indexes',
  },
  file: (detail: string) => `file: ${detail}`,
  dangling: (table: string, row: number | null, parent: string) =>
    `${table} row ${row}: names a ${parent} that is not there`,
  textChanged: (hash: string) => `text ${hash.slice(0, 16)}: its words were changed`,
  sourceChanged: (name: string) => `source “${name}”: its bytes were changed`,

  quoteMoved: (annotation: string, title: string, start: number, end: number) =>
    `annotation ${annotation} in “${title}”: at ${start}–${end} there is not what was tagged`,
  suggestedMoved: (kind: string, uid: string, title: string, start: number, end: number) =>
    `${kind} ${uid} in “${title}”: at ${start}–${end} there is not what it was made for`,
  cutsCharacter: (annotation: string) => `annotation ${annotation}: by this Unicode version it cuts a character`,
  blockOutOfPlace: (title: string, n: number) => `article “${title}”: block ${n} is out of place`,
  textBeforeBlock: (title: string, n: number) => `article “${title}”: text before block ${n} is in no block`,
  textAfterBlocks: (title: string) => `article “${title}”: its end is in no block`,

  rowsMissing: (row: string) => `${row}: rows before it are missing`,
  clockStands: (row: string) => `${row}: its clock does not rise`,
  payloadChanged: (row: string) => `${row}: what it says was changed`,
  chainBroken: (row: string) => `${row}: it does not follow from the row before it`,
  headMissing: (row: string, strand: string, number: number) =>
    `${row}: it stands on row ${number} of strand ${strand}, which is not there`,
  row: (id: number, op: string, kind: string, target: string) => `journal row ${id} (${op} ${kind} ${target})`,
  notReplayed: (row: string, detail: string) => `${row} cannot be replayed: ${detail}`,

  takenDiffers: 'what merges took over from other copies is otherwise in its table than in the journal',
  inNoJournal: (what: string) => `${what}: it is in no journal`,
  onlyInJournal: (what: string) => `${what}: the journal has it, the tables have not`,
  derivedDiffers: (name: string, n: number) =>
    `${name}: ${n} row${n === 1 ? '' : 's'} are not as the corpus makes them; “galley verify --rebuild” makes them anew`,
  derivedOutdated: (name: string) => `${name}: it has to be made anew, which is done at the next opening for writing`,
  differs: (what: string, fields: string[]) => `${what}: ${fields.join(', ')} differ from what the journal says`,
} as const;
