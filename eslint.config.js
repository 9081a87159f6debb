import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const electronOnly = {
  name: 'electron',
  message: 'Only main.ts and preload.ts import Electron, and shell/ its types, so that the rest runs in plain Node.',
};
const noSecondSqlite = {
  name: 'node:sqlite',
  message: 'A second copy of SQLite in one process drops the locks of the first (docs/decisions/0003-model.md).',
};
const opening = ['appendFile', 'copyFile', 'cp', 'open', 'readFile', 'truncate', 'writeFile'];
/** To close a file drops every lock that this process has on it, SQLite's on a corpus too; `stat` and renames do not. */
const noOpening = ['node:fs', 'fs', 'node:fs/promises', 'fs/promises'].map((name) => ({
  name,
  importNames: [
    ...opening.flatMap((call) => [call, `${call}Sync`]),
    ...['createReadStream', 'createWriteStream', 'openAsBlob', 'promises', 'default'],
  ],
  message: 'Opened with fs, a corpus loses its locks. What may open files is listed in eslint.config.js, and why.',
}));
/** Each opens files that cannot be those of an open corpus. */
const mayOpen = [
  'electron/browser/transfers.ts', // in a private folder of the host's own
  'electron/cli/commands/entities.ts', // reads before a corpus is open
  'electron/cli/commands/codebook.ts', // reads before a corpus is open, and writes only where no file is
  'electron/corpus/open-connection.ts', // copies a corpus from where nobody can open it for writing
  'electron/corpus/carve/damaged-file.ts', // a private copy of a file that is refused while it is open
  'electron/corpus/copy-corpus.ts', // syncs a draft, which is no corpus yet
  'electron/corpus/place-file.ts', // opens a folder, to sync it
  'electron/gazetteer/gazetteer.ts', // the places that ship with Galley
  'electron/page/read-page-files.ts', // the built page
  'electron/services/codebook-file.ts', // writes only where no file is
  'electron/services/{dataset/{read-written,write-files},write-folder}.ts', // in a folder that was just made, or a file that is new
  'electron/services/read-source-file.ts', // refuses the files of the open corpus first
  'electron/services/sample.ts', // copies the sample that came with Galley, which is only ever copied
  'electron/services/settings-file.ts', // settings
  'electron/shell/print-report.ts', // writes a new file beside a report
  'electron/worker/installation.ts', // package.json and the log
  'electron/zip/pack-zip.ts', // a new file, of files that were just written
  'electron/zip/unpack-zip.ts', // into a private folder that was just made, from what was told from a corpus before
];
const restrict = (...paths) => ({ '@typescript-eslint/no-restricted-imports': ['error', { paths }] });

export default tseslint.config(
  { ignores: ['.tsbuild/**', 'out/**', '.cache/**', 'test-results/**', '*.cjs', '*.js', 'build/launch.mjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/unbound-method': 'off', // options and props are objects of functions, and are taken apart
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      ...restrict(noSecondSqlite, electronOnly),
    },
  },
  {
    files: ['electron/**'],
    ignores: ['electron/{main,preload}.ts', 'electron/shell/**', ...mayOpen],
    rules: restrict(noSecondSqlite, electronOnly, ...noOpening),
  },
  {
    files: ['electron/shell/**'],
    rules: restrict(noSecondSqlite, { ...electronOnly, allowTypeImports: true }, ...noOpening),
  },
  {
    files: ['electron/shell/print-report.ts'], // it is one of those that may open files
    rules: restrict(noSecondSqlite, { ...electronOnly, allowTypeImports: true }),
  },
  { files: ['electron/{main,preload}.ts'], rules: restrict(noSecondSqlite, ...noOpening) },
  {
    files: ['renderer/**'],
    ...reactHooks.configs.flat.recommended,
    // the React Compiler, which this is for, is not used
    rules: { ...reactHooks.configs.flat.recommended.rules, 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: ['renderer/**'],
    ignores: ['renderer/api/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'The page asks through api/client.ts alone.' }],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'galley', message: 'The page asks through api/client.ts alone.' },
      ],
    },
  },
  {
    // a test holds what programs print and asks of it only what it is about
    files: ['test/**'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
