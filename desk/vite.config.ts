// Builds the desk into desk/dist with hashed names; the server serves it under /desk/.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: the page runs under `script-src 'self'`.
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: { input: ['index.html', 'try.html'].map((page) => `${import.meta.dirname}/${page}`) },
  },
})
