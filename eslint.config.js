import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const electronOnly = {
  name: 'electron',
  message: 'Only main.ts, preload.ts and shell/ touch Electron, so that the rest runs in plain Node.',
};
const noSecondSqlite = {
  name: 'node:sqlite',
  message: 'A second copy of SQLite in one process drops the locks of the first (docs/decisions/0003-model.md).',
};

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
      'no-restricted-imports': ['error', { paths: [noSecondSqlite, electronOnly] }],
    },
  },
  {
    files: [
      'electron/main.ts',
      'electron/preload.ts',
      'electron/shell/**',
      'test/electron/shell/**',
      'test/electron/*.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { paths: [noSecondSqlite] }] },
  },
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
