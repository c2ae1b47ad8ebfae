// Prints the violations of the module table as JSON: node cruise.mjs FOLDER PATH…
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';

const { rulesFrom, options } = createRequire(import.meta.url)('./rules.cjs');
const [folder, ...paths] = process.argv.slice(2);
process.chdir(folder);
const { output } = await cruise(paths, { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: rulesFrom() } });
process.stdout.write(JSON.stringify(output.summary.violations));
