/** Imports only point downwards. Each rule says why it exists. */
const layer = (name, mayUse, why, except = '^$') => ({
  name: `${name}-depends-only-downwards`,
  comment: why,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: except },
  to: { path: '^(src|mocks|tests)/', pathNot: [name, ...mayUse].map((l) => `^src/${l}/`) },
})

/** The engine's own order: what an alteration is, the release made ready, the case read against it, interactions, scores, their words, the case as a whole, questions to it. */
const engineOrder = ['explain', 'alteration', 'release', 'reading', 'interactions', 'score', 'telling', 'case']
const engineStage = (name, at) => ({
  name: `engine-${name}-depends-only-on-what-comes-before`,
  comment: 'A run goes one way; a stage that asks a later one is two ideas.',
  severity: 'error',
  from: { path: `^src/engine/${name}/` },
  to: { path: '^src/engine/', pathNot: [name, ...engineOrder.slice(0, at)].map((one) => `^src/engine/${one}/`) },
})

export default {
  forbidden: [
    { name: 'no-cycles', comment: 'A cycle means two files are one idea, or one of them is in the wrong place.', severity: 'error', from: {}, to: { circular: true } },
    layer('domain', [], 'What exists and what may happen rests on nothing else.'),
    layer('knowledge', ['domain'], 'Facts are stated in the words of the domain and know nothing of how they are used.'),
    layer('engine', ['domain', 'knowledge'], 'Conclusions come from case and knowledge alone, so that they repeat to the byte.'),
    ...engineOrder.map(engineStage),
    layer('formats', ['domain'], 'Readers and writers know records, not conclusions.'),
    layer('contract', ['domain'], 'What can be asked is stated in domain words.'),
    layer('server', ['contract', 'engine', 'knowledge', 'formats', 'domain'], 'The server translates; it never reaches into a screen. Its Node host alone may play the demonstration cases.', '^src/server/main/seed-demonstration\\.ts$'),
    layer('cli', ['server', 'contract', 'engine', 'knowledge', 'formats', 'domain'], 'The command line is another door to the same house.'),
    layer('ui', [], 'The look knows no medicine.'),
    layer('lib', ['contract', 'domain'], 'The typed call knows the contract only.'),
    layer('features', ['ui', 'lib', 'contract', 'domain'], 'A clinician never sees a result that is not the one the server recorded: no engine in the page.'),
    layer('app', ['features', 'ui', 'lib', 'contract', 'domain'], 'Pages put features side by side.'),
    {
      name: 'features-do-not-know-each-other',
      comment: 'A page puts features side by side and passes ids.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'core-is-pure',
      comment: 'Time, ids, randomness and input come in as arguments; only then does a run repeat to the byte.',
      severity: 'error',
      from: { path: '^src/(domain|engine|contract|knowledge)/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod' },
    },
    {
      name: 'readers-use-parsers-only',
      comment: 'Readers run in a worker of either host: no Node module.',
      severity: 'error',
      from: { path: '^src/formats/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-main-starts-the-demonstration',
      comment: 'The production build holds no mock and no server.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main\\.tsx$|cli/|server/main/)' },
      to: { path: '^(mocks|tests)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/knowledge/rows/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
