import { readArguments, required, wholeNumber } from './arguments.ts'
import { ask } from './ask.ts'
import { WrongCall } from './failure.ts'
import { withLibrary } from './with-library.ts'

/** `search <query> --library FILE`: exact text, with counts and snippets. */
export async function search(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'limit', 'json'])
  const [query, ...more] = files
  if (query === undefined || more.length > 0) throw new WrongCall('search takes one query.')
  const library = required(options.library, 'library')
  const limit = wholeNumber(options.limit, 'limit', { min: 1, max: 1000 }) ?? 50
  const found = await withLibrary({ library, createMissing: false }, (host) => ask(host, 'search.text', { query, limit }))
  if (options.json) {
    process.stdout.write(JSON.stringify({ format: 'duizhao/search@1', ...found }, null, 2) + '\n')
    return 0
  }
  process.stdout.write(`“${found.query}” ${found.total}\n`)
  for (const hit of found.hits) {
    process.stdout.write(`\n${hit.title ?? hit.report} · ${hit.province?.name ?? '—'} · ${hit.date?.iso ?? '—'} · ${hit.count}\n`)
    for (const { before, hit: words, after } of hit.snippets) process.stdout.write(`  …${before}【${words}】${after}…\n`.replaceAll(/[\r\n]+(?=.)/g, ' '))
  }
  return 0
}
