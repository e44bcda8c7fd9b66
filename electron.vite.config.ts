import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

// Everything in package.json "dependencies" stays external (native code); "devDependencies" are bundled.
export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      // it is read from the disk, not fetched
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: {
          main: at('src-main/shell/main.ts'),
          cli: at('src-main/cli/main.ts'),
          'parser-process': at('src-main/parser/parser-process.ts'),
          'recogniser-process': at('src-main/parser/recogniser-process.ts'),
          watchdog: at('src-main/parser/watchdog.ts')
        }
      }
    }
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // a sandboxed preload can require only 'electron', and must be CommonJS
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rolldownOptions: { input: { index: at('src-renderer/index.html') } }
    }
  }
})
