// Builds the desk into desk/dist with hashed names; the server serves it under /desk/.
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** What the contract says to readers of OpenAPI is of no use in a browser: a tenth of what the typed client weighs. */
const mute: Plugin = {
  name: 'mute-contract',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) =>
    /\/contract\/src\/.*\.ts$/.test(id)
      ? code.replace(/\b(?:description|summary):\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")\s*,?/g, '')
      : undefined,
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [mute, react()],
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
