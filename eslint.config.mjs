import tseslint from 'typescript-eslint';
import { exceptions } from './test/architecture/exceptions.mjs';

const sizes = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 5],
  complexity: ['error', 8],
};
const off = Object.fromEntries(Object.keys(sizes).map((rule) => [rule, 'off']));

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'web/dist/', 'web/src/api/generated/', '.data/', '.cache/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...sizes,
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.property.name='only']", message: 'A focused test hides the others.' },
        { selector: "CallExpression[callee.property.name='skip']", message: 'A skipped test asserts nothing.' },
        { selector: "CallExpression[callee.name='forwardRef']", message: 'Cycles are mended, not deferred.' },
      ],
    },
  },
  { files: ['**/*.{spec,int-spec,e2e-spec}.{ts,tsx}', 'test/**', 'web/e2e/**'], rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-require-imports': 'off' } },
  // In markup every `&&` and `?:` that shows or hides an element counts as a branch; it reads as a list all the same.
  { files: ['web/src/**/*.{ts,tsx}'], rules: { complexity: ['error', 14], 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }] } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['src/database/migrations/**', 'web/src/api/**'], rules: off },
  ...exceptions.map(({ file, rules }) => ({ files: [file], rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])) })),
);
