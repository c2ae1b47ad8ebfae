import { defineConfig } from '@hey-api/openapi-ts';

/** Read by `npm run openapi`. Types and one function for each route; requests go through our own `houseFetch` (see src/api/runtime.ts). */
export default defineConfig({
  input: '../openapi.json',
  output: 'src/api/generated',
  plugins: [
    { name: '@hey-api/typescript' },
    { name: '@hey-api/client-fetch', runtimeConfigPath: '../runtime.js', throwOnError: true },
    { name: '@hey-api/sdk', responseStyle: 'data', auth: false },
  ],
});
