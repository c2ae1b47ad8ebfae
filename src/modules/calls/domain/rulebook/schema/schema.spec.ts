import { Ajv2020 } from 'ajv/dist/2020.js';
import { rulebookSchema } from './rulebook-schema.js';

it('is a valid JSON Schema of draft 2020-12', () => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addFormat('date', true).addFormat('date-time', true).addFormat('regex', true);
  expect(ajv.validateSchema(rulebookSchema)).toBe(true);
  expect(() => ajv.compile(rulebookSchema)).not.toThrow();
});
