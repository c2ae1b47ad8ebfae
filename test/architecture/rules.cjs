const table = require('./modules.cjs');

/** Rules for dependency-cruiser, made from the module table. */
function rulesFrom(modules = table) {
  const names = Object.keys(modules);
  const open = new Set(names.filter((name) => modules[name].includes('*')));
  const fences = names
    .filter((name) => !open.has(name))
    .map((name) => ({
      name: `module-${name}`,
      comment: `${name} may use only: ${modules[name].join(', ') || 'no other module'}`,
      severity: 'error',
      from: { path: `^src/modules/${name}/` },
      to: { path: '^src/modules/', pathNot: `^src/modules/(${[name, ...modules[name]].join('|')})/` },
    }));
  return [
    ...fences,
    {
      name: 'public-face',
      comment: 'A module is entered by its index.ts only.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'libs-are-ground',
      comment: 'A library knows nothing of what is built on it.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(src|web|test)/', pathNot: '^test/support/' },
    },
    {
      name: 'lib-face',
      comment: 'A library is entered by its index.ts only.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'modules-enter-libs-by-the-face',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/index\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Domain code knows its own module, value libraries and column decorators.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/modules/$1/(http|handlers|store|jobs|reactions)/' },
    },
    {
      name: 'handlers-know-no-http',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/(handlers|store|jobs|reactions)/', pathNot: '\\.(spec|int-spec)\\.ts$' },
      to: { path: '^src/modules/$1/http/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ];
}

const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)(dist|web|\\.cache|\\.data)/' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    conditionNames: ['source', 'import', 'require', 'node', 'default'],
    extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    extensionAlias: { '.js': ['.ts', '.js'] },
  },
};

module.exports = { rulesFrom, options };
