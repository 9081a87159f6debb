/** What the command line says besides errors. */
export const cliMessages = {
  description: 'Galley: annotate news articles, check the work, export datasets, compare outlets. Works offline.',
  options: {
    corpus: 'the corpus file (.galley)',
    json: 'print JSON for programs',
    annotator:
      'who is working (else GALLEY_ANNOTATOR, else the name in the settings); without a name the settings’, else the system’s',
    outlet: 'only articles of these outlets',
    from: 'only articles from this date on (2019, 2019-01 or 2019-01-16)',
    to: 'only articles up to this date',
    article: 'only these articles (uids, or their first 8 characters)',
    state: 'only articles in these states',
    label: 'only annotations with these labels',
    by: 'only annotations by these people',
    port: 'the port to listen on (else one that is free)',
    layer: "whose annotations: everyone's own, the settled ones, or those that count",
  },
  commands: {
    new: 'make an empty corpus',
    import: 'bring in articles; makes the corpus if there is none',
    articles: 'list the articles',
    text: "print an article's text, exactly",
    annotations: 'list the annotations',
    annotate: 'tag a span of an article (offsets in UTF-16 units, half-open)',
    codebook: 'show the codebook, or add a label to it',
    mark: 'say how far you are with an article',
    export: 'write a dataset into a new or empty folder',
    history: 'who changed what, when',
    undo: 'take back your newest step',
    redo: 'bring back what you last undid',
    verify: 'check structure, offsets, quotes, hashes and the journal',
    serve: 'the app for a browser on this machine; prints one URL',
    call: 'send any call of the contract, named noun:verb, with its input as JSON',
  },
  needCorpus: 'error: --corpus FILE is needed',
  needName: 'error: Galley does not know who is working; give --annotator NAME or set GALLEY_ANNOTATOR',
  badNumber: (text: string) => `“${text}” is not a whole number from 0`,
  badFile: (text: string) => `“${text}” should be HANDLE=PATH`,
  unknownCall: (name: string, known: string) => `error: there is no call “${name}”; there are: ${known}`,
  badJson: (detail: string) => `error: the input is not JSON: ${detail}`,
  created: (file: string) => `Made ${file}.`,
  imported: (n: number, there: number, failed: number) =>
    `${n} article${n === 1 ? '' : 's'} imported${there > 0 ? `, ${there} already there` : ''}${failed > 0 ? `, ${failed} file${failed === 1 ? '' : 's'} refused` : ''}.`,
  wouldImport: (n: number) => `${n} article${n === 1 ? '' : 's'} would be imported; nothing was stored.`,
  sameText: (title: string, other: string) => `“${title}” has the same text as ${other}.`,
  marked: (file: string, encoding: string, strayBytes: number[], replaced: number) => {
    const bytes = strayBytes.slice(0, 20).join(', ') + (strayBytes.length > 20 ? ', …' : '');
    const parts = [
      strayBytes.length > 0 &&
        `${strayBytes.length} byte${strayBytes.length === 1 ? '' : 's'} that ${encoding} cannot read (at ${bytes})`,
      replaced > 0 && `${replaced} NUL or half character${replaced === 1 ? '' : 's'}`,
    ].filter(Boolean);
    return `${file}: marked as U+FFFD: ${parts.join('; ')}.`;
  },
  unknownOutlet: 'unknown',
  total: (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`,
  exported: (articles: number, annotations: number, folder: string) =>
    `${articles} article${articles === 1 ? '' : 's'} with ${annotations} annotation${annotations === 1 ? '' : 's'} written to ${folder}; every quote read back at its offsets.`,
  lost: (n: number, what: string, kept: string) => `${n} × ${what}: ${kept}`,
  taken: (acts: string) => `Taken back: ${acts}.`,
  brought: (acts: string) => `Brought back: ${acts}.`,
  sound: 'Everything holds.',
  unsound: (n: number) => `${n} problem${n === 1 ? '' : 's'}:`,
  serving: (url: string) => `Galley is at ${url}\nThe address works once. Press Enter for a new one, Ctrl+C to stop.`,
  stopping: 'Stopping…',
} as const;
