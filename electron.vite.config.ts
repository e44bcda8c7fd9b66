import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** The page names the program of the window itself: it is fetched while the first script, which asks for it, is still being read. */
const windowAhead: Plugin = {
  name: 'window-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const window = Object.values(bundle).flatMap((file) => (file.type === 'chunk' && file.name === 'window' ? [file] : []))
      // what the page has as its script already is not named twice
      const names = new Set(window.flatMap(({ fileName, imports }) => [fileName, ...imports]).filter((name) => !html.includes(name)))
      return [...names].map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` }, injectTo: 'head' }))
    }
  }
}

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
    plugins: [react(), windowAhead],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // one sheet, in one order, whichever screen is opened first
      cssCodeSplit: false,
      rolldownOptions: {
        input: { index: at('src-renderer/index.html') },
        // what the first script and the window need come as few files, not as dozens of shared crumbs; the window's
        // as three of about one size, for a browser reads and compiles several files beside one another
        output: {
          codeSplitting: {
            groups: [
              { name: 'index', test: /src-renderer\/main\.ts$/, priority: 4 },
              { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
              { name: 'words', test: /src-renderer\/language\//, priority: 2 },
              { name: 'window', test: /src-renderer\/window\.tsx$/, priority: 1 }
            ]
          }
        }
      }
    }
  }
})
