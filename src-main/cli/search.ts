import type { SearchHit } from '#core/contract/calls.ts'
import { readArguments, required, wholeNumber } from './arguments.ts'
import { ask } from './ask.ts'
import { oneLine, WrongCall } from './failure.ts'
import { jsonPieces, print } from './print.ts'
import { withLibrary } from './with-library.ts'

/** `search <query> --library FILE`: exact text, with counts and snippets. */
export async function search(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'limit', 'json'])
  const [query, ...more] = files
  if (query === undefined || more.length > 0) throw new WrongCall('search takes one query.')
  const library = required(options.library, 'library')
  const limit = wholeNumber(options.limit, 'limit', { min: 1, max: 1000 }) ?? 50
  const found = await withLibrary({ library, createMissing: false }, async (host) => {
    await host.current
    return ask(host, 'search.text', { query, limit })
  })
  if (options.json) await print(jsonPieces({ format: 'duizhao/search@1', ...found }))
  else await print([`“${oneLine(found.query)}” ${found.total}\n`, ...found.hits.map(hitText)])
  return 0
}

function hitText({ title, report, jurisdiction, date, count, snippets }: SearchHit): string {
  const head = `${title ?? report} · ${jurisdiction?.name ?? '—'} · ${date?.iso ?? '—'} · ${count}`
  const lines = snippets.map(({ before, hit, after }) => `  …${before}【${hit}】${after}…`.replaceAll(/[\r\n]+/g, ' '))
  return `\n${[head, ...lines].map(oneLine).join('\n')}\n`
}
