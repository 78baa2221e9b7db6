// How `vite build playground` turns this folder into dist/playground, which src/playground.ts serves.
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/playground/',
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    // Nobody debugs the editor here, and compressing every file to report its size takes time.
    sourcemap: false,
    reportCompressedSize: false,
    // Every browser that runs this page knows modulepreload.
    modulePreload: { polyfill: false },
    // The editor itself is one chunk of some 3 MB, loaded after the page is up.
    chunkSizeWarningLimit: 4000,
    // Some forty libraries say 'use client', which means nothing here and would be forty warnings.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  // As a module the GraphQL worker fetches the formatter when someone formats; the default packs it into the worker.
  worker: { format: 'es' },
});
