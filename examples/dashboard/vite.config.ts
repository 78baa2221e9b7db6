// How Vite serves this folder while one works on it, and builds it into dist/dashboard, which src/dashboard.ts serves.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/dashboard/',
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { target: process.env.ORDERGRAPH_URL ?? 'http://127.0.0.1:4000', changeOrigin: true } },
  },
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    // Mantine says 'use client', which means nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
