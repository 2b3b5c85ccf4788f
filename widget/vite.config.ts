// Builds the widget: panel.html with hashed assets, and loader.js under a stable name (shops paste its address once).
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { build, defineConfig, type Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const target = 'es2022'

/** The loader is a classic script: it must not leak names into the shop's page, so it is built apart as one closed function. */
const loader = (): Plugin => {
  let outDir = at('dist')
  return {
    name: 'ballast-loader',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir
    },
    async closeBundle() {
      await build({
        configFile: false,
        logLevel: 'warn',
        root: at('.'),
        build: {
          target,
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: {
            input: at('src/loader.ts'),
            output: { format: 'iife', entryFileNames: 'loader.js' },
          },
        },
      })
    },
  }
}

export default defineConfig({
  root: at('.'),
  base: '/widget/',
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), loader()],
  build: {
    target,
    outDir: at('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: at('panel.html') },
  },
})
