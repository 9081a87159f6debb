/** Words of the settings. */
export const settingsMessages = {
  settings: 'Settings',
  ofThisMachine: 'of this machine, for every corpus',
  theme: 'Light or dark',
  themes: { system: 'by the system', light: 'light', dark: 'dark' },
  name: 'Your name',
  nameHint: 'It stands beside all that you do from now on; what you did before keeps its name.',
  ofThisCorpus: 'Of this corpus',
  save: 'Save name',
  saved: 'Your name is saved.',
} as const;
