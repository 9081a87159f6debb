/** Which folder may import which. The `comment` is what a developer reads when a check fails. */
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const only = (name, to, allowedFrom, comment) =>
  never(name, { pathNot: [...allowedFrom, '^test/', '^node_modules/'] }, { path: to }, comment);

module.exports = {
  forbidden: [
    never('no-cycles', {}, { circular: true }, 'Move the part that both need into a third file.'),
    never(
      'shared-stands-alone',
      { path: '^shared/' },
      { path: '^(electron|renderer|test|build)/' },
      'shared/ is imported by both sides.',
    ),
    never(
      'shared-runs-anywhere',
      { path: '^shared/' },
      {
        dependencyTypesNot: ['local', 'localmodule', 'aliased', 'aliased-subpath-import', 'undetermined'],
        pathNot: 'node_modules/(zod|@observablehq/plot|topojson-client|world-atlas)',
      },
      'shared/ imports nothing but zod, and what draws pictures: no Node, no DOM, no other package.',
    ),
    never(
      'pictures-are-highest',
      { path: '^shared/(?!pictures/)' },
      { path: ['^shared/pictures/', 'node_modules/(@observablehq/plot|topojson-client|world-atlas)'] },
      'Pictures are drawn from what the rest of shared/ says; nothing there draws.',
    ),
    only(
      'plot-in-pictures',
      'node_modules/@observablehq/plot',
      ['^shared/pictures/'],
      'A picture is drawn by shared/pictures, for the page and the report alike.',
    ),
    never('domain-is-lowest', { path: '^shared/domain/' }, { path: '^shared/(api|text)/' }, 'domain ← text ← api.'),
    never('text-below-api', { path: '^shared/text/' }, { path: '^shared/api/' }, 'domain ← text ← api.'),
    never(
      'renderer-not-electron',
      { path: '^renderer/' },
      { path: '^electron/' },
      'The page reaches the worker only through shared/api/contract.ts.',
    ),
    never(
      'electron-not-renderer',
      { path: '^electron/' },
      { path: '^renderer/' },
      'The worker and its doors know no page.',
    ),
    never(
      'shipped-not-test',
      { path: '^(electron|renderer|shared|build)/' },
      { path: '^test/' },
      'What is shipped does not import tests.',
    ),
    never(
      'shipped-not-build',
      { path: '^(electron|renderer|shared)/' },
      { path: '^build/' },
      'What is shipped does not import what builds it.',
    ),
    never(
      'corpus-is-lowest',
      { path: '^electron/corpus/' },
      { path: '^electron/(?!corpus/)' },
      'corpus/ does not know who calls it.',
    ),
    never(
      'formats-know-no-corpus',
      { path: '^electron/(formats|statistics)/' },
      { path: '^electron/(?!(formats|statistics)/)' },
      'A format is read and written without a corpus.',
    ),
    never(
      'formats-know-no-files',
      { path: '^electron/(formats|statistics)/' },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|stream|string_decoder|util|zlib)$' },
      'A format takes and gives bytes; who calls it reads and writes files.',
    ),
    never(
      'gazetteer-stands-alone',
      { path: '^electron/gazetteer/' },
      { path: '^electron/(?!gazetteer/)' },
      'Places are looked up by name; what a corpus is about is told by who asks.',
    ),
    never(
      'finders-know-no-corpus',
      { path: '^electron/suggest/' },
      { path: '^electron/(?!suggest/)' },
      'A finder is given what is known; it asks no corpus and no gazetteer.',
    ),
    never(
      'finders-know-no-files',
      { path: '^electron/suggest/' },
      { dependencyTypes: ['core'] },
      'A finder reads the text that it is given, and no file.',
    ),
    never(
      'services-below-api',
      { path: '^electron/services/' },
      { path: '^electron/(api|worker|cli|browser|shell|main|preload)' },
      'A use case does not know how it was called.',
    ),
    never(
      'api-below-worker',
      { path: '^electron/api/' },
      { path: '^electron/(worker|cli|browser|shell|main|preload)' },
      'Handlers do not know what runs them.',
    ),
    never(
      'worker-knows-no-door',
      { path: '^electron/worker/' },
      { path: '^electron/(cli|browser|shell|main|preload)' },
      'The worker does not know which door sends its calls.',
    ),
    never(
      'doors-call-the-worker',
      { path: '^electron/(cli|browser|shell|main|preload)' },
      { path: '^electron/(corpus|services|formats|statistics|api)/' },
      'A door has no logic of its own: it sends calls to the worker.',
    ),
    never(
      'doors-apart',
      { path: '^electron/(browser|shell)/' },
      { path: '^electron/(browser|shell|cli)/', pathNot: '^electron/$1/' },
      'One door does not import another.',
    ),
    never(
      'cli-not-shell',
      { path: '^electron/cli/' },
      { path: '^electron/shell/' },
      'The command line opens the browser host (serve), and knows no desktop.',
    ),
    never(
      'page-stands-alone',
      { path: '^electron/page/' },
      { path: '^electron/(?!page/)' },
      'It reads the built page for two doors, and knows neither.',
    ),
    never(
      'entries-are-not-imported',
      { pathNot: '^test/' },
      { path: ['^electron/(main|preload|cli/main|worker/(worker|check-corpus))\\.ts$', '^renderer/app/main\\.tsx$'] },
      'An entry starts a program when it is loaded; what others need of it goes into a file of its own.',
    ),
    never(
      'ui-is-lowest',
      { path: '^renderer/ui/' },
      { path: ['^renderer/(editor|features|app|api)/', '^shared/(domain|text|api)/'] },
      'ui/ knows no word of our domain and gets data by props.',
    ),
    never(
      'editor-knows-no-feature',
      { path: '^renderer/editor/' },
      { path: '^renderer/(features|app|api)/' },
      'editor/ gets data by props.',
    ),
    never(
      'features-below-app',
      { path: '^renderer/features/' },
      { path: '^renderer/app/' },
      'A feature does not know the app around it.',
    ),
    never(
      'client-below-features',
      { path: '^renderer/api/' },
      { path: '^renderer/(ui|editor|features|app)/' },
      'What asks the worker does not know who shows the answer.',
    ),
    never(
      'features-apart',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
      'Share through renderer/ui, renderer/editor, renderer/api or shared/.',
    ),
    only('sqlite-in-corpus', 'node_modules/better-sqlite3', ['^electron/corpus/'], 'SQL lives in electron/corpus.'),
    only(
      'prosemirror-in-editor',
      'node_modules/(@tiptap|prosemirror-)',
      ['^renderer/editor/'],
      'TipTap lives in renderer/editor.',
    ),
    only(
      'electron-in-shell',
      'node_modules/electron/',
      ['^electron/(main|preload)\\.ts$', '^electron/shell/'],
      'Electron lives in main.ts, preload.ts and shell/.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
