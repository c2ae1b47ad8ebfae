// Runs in a process of its own: the compiler keeps some memory of every document, and only the end of
// its process gives that back. It reads templates below one folder and the fonts it is started with.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { workspace, fontPaths } = JSON.parse(process.argv[2] ?? '{}');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });

const SEVERITY_ERROR = 1;

/** One line for each: the words, and the template they speak of. */
function told(found) {
  return found.map(({ message, path }) => (path ? `${path.replace(`${workspace}/`, '')}: ${message}` : message));
}

/** A compilation error has an empty message; what happened stands in its diagnostics alone. */
function errorsOf(outcome) {
  const found = outcome.takeDiagnostics();
  const errors = found === null ? [] : compiler.fetchDiagnostics(found).filter((one) => one.severity === SEVERITY_ERROR);
  return errors.length === 0 ? ['unknown error'] : told(errors);
}

/** Without fallback, text in a font that is not there disappears from the page: that is no mere warning. */
function missingFonts(outcome) {
  const found = outcome.takeWarnings();
  return found === null ? [] : told(compiler.fetchDiagnostics(found).filter((one) => one.message.includes('font family')));
}

function render({ template, data, seconds }) {
  const main = 'path' in template ? { mainFilePath: template.path } : { mainFileContent: template.source };
  const outcome = compiler.compile({ ...main, inputs: { data }, resetRead: true });
  if (outcome.result === null) return { diagnostics: errorsOf(outcome) };
  const fonts = missingFonts(outcome);
  if (fonts.length > 0) return { diagnostics: fonts };
  return {
    pdf: compiler.pdf(outcome.result, { pdfStandard: 'a-2b', pdfTags: true, creationTimestamp: seconds }),
  };
}

process.on('message', (request) => {
  let answer;
  try {
    answer = render(request);
  } catch (error) {
    answer = { diagnostics: [error instanceof Error && error.message !== '' ? error.message : String(error)] };
  }
  compiler.evictCache(10);
  process.send(answer);
});

// The parent is gone: nobody would read another document.
process.on('disconnect', () => process.exit(0));
