import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything under /api belongs to the server; in production both are served from one origin. */
export default defineConfig({
  plugins: [react()],
  server: {
    proxy: { '/api': { target: process.env.API_URL ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', sourcemap: false },
});
