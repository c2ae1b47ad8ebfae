// Jest runs in CommonJS: our TypeScript goes through SWC, and so do those dependencies that ship ES modules only.
// A dependency that is CommonJS already is handed on untouched, which keeps a cold run bearable.
const { createTransformer } = require('@swc/jest');

const target = 'es2022';
const typescript = createTransformer({
  swcrc: false,
  sourceMaps: true,
  module: { type: 'commonjs' },
  jsc: {
    target,
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});
const javascript = createTransformer({
  swcrc: false,
  sourceMaps: false,
  module: { type: 'commonjs' },
  jsc: { target, keepClassNames: true, parser: { syntax: 'ecmascript' } },
});

// Jest's sandbox has no dynamic import: a CommonJS package that loads an ES module so is handed the transformed one.
const DYNAMIC_IMPORT = /(?<![.\w$])import\(/g;
const LOADER = `
async function __loadModule(id) { const loaded = require(id); return loaded && loaded.__esModule ? loaded : { default: loaded, ...loaded }; }`;
const withoutDynamicImport = (source) => (source.search(DYNAMIC_IMPORT) < 0 ? source : source.replace(DYNAMIC_IMPORT, '__loadModule(') + LOADER);

const isEsModule = (source) => /^\s*(import|export)\b|\bimport\.meta\b/m.test(source);

module.exports = {
  process(source, path, options) {
    if (/\.tsx?$/.test(path)) return typescript.process(source, path, options);
    return isEsModule(source) ? javascript.process(source, path, options) : { code: withoutDynamicImport(source) };
  },
  getCacheKey(source, path, options) {
    return `5-${(/\.tsx?$/.test(path) ? typescript : javascript).getCacheKey(source, path, options)}`;
  },
};
