/** The custom properties that pictures are drawn with: in the light, and in the dark. Source: renderer/styles/tokens.css. */
export const palette = {
  paper: ['#FDFDFC', '#202124'],
  panel: ['#F3F3F1', '#18191B'],
  raised: ['#FFFFFF', '#292A2E'],
  sunk: ['#ECECE9', '#131416'],
  ink: ['#1D1E21', '#E3E2DC'],
  'ink-2': ['#47494D', '#BBBAB4'],
  'ink-3': ['#5C5D61', '#A3A29D'],
  line: ['#1D1E2117', '#FFFFFF14'],
  'line-2': ['#1D1E212B', '#FFFFFF26'],
  accent: ['#613FA3', '#B6A2F3'],
  'warn-tint': ['#FAF0D2', '#3A301B'],
  danger: ['#A51C34', '#F58A8F'],
  'danger-tint': ['#FCEDED', '#43262A'],
  'side-a': ['#2F3034', '#DAD9D3'],
  'on-side-a': ['#FFFFFF', '#17181A'],
  'side-b': ['#63656A', '#9C9D9F'],
  'side-b-fill': ['#D7D7D3', '#45464A'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** Those that stand for others. */
export const synonyms: Readonly<Record<string, keyof typeof palette>> = {
  conflict: 'danger',
  'conflict-tint': 'danger-tint',
};

/** Fonts by name, for files that cannot bring them along. */
export const fonts: Readonly<Record<string, string>> = {
  'font-ui': "Inter, 'Noto Sans', system-ui, sans-serif",
  'font-read': "'Source Serif 4', 'Noto Naskh Arabic', 'Noto Serif', Georgia, serif",
};

/** Custom properties as a style sheet declares them, for one theme. */
export function declareProperties(theme: 'light' | 'dark'): string {
  const colours = Object.entries(palette).map(([name, pair]) => `--${name}:${pair[theme === 'light' ? 0 : 1]}`);
  const others = Object.entries(synonyms).map(([name, of]) => `--${name}:var(--${of})`);
  return [...colours, ...others, ...Object.entries(fonts).map(([name, font]) => `--${name}:${font}`)].join(';');
}

/** Markup with colours and fonts in the place of custom properties, as programs need it that know none; in the light. */
export const resolveProperties = (markup: string): string =>
  markup.replace(/var\(--([a-z0-9-]+)\)/gu, (whole, name: string) => {
    const key = synonyms[name] ?? name;
    return Object.hasOwn(palette, key) ? palette[key as keyof typeof palette][0] : (fonts[key] ?? whole);
  });
