// Runs a TypeScript entry of the project on the project's own Node. Plain JavaScript on purpose: an
// older Node must be able to read it far enough to say what is wrong.
import * as nodeModule from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `对照 runs on Node 24, which \`npm ci\` brings with it; this is Node ${process.versions.node}. ` +
      'Run it through npm (npm start, npm test, npm run cli), after `npm ci` without --ignore-scripts.\n' +
      `对照运行于 \`npm ci\` 自带的 Node 24，当前为 Node ${process.versions.node}：请用 npm start、npm test、npm run cli 启动。`
  )
  process.exit(1)
}
nodeModule.enableCompileCache?.(join(import.meta.dirname, '..', 'node_modules', '.cache', 'duizhao'))
const [entry, ...rest] = process.argv.slice(2)
process.argv = [process.argv[0], resolve(entry), ...rest]
await import(pathToFileURL(resolve(entry)).href)
