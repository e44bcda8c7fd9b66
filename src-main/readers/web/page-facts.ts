import { attributeOf, elementsOf, rawText, type PageDocument, type PageElement } from './page-tree.ts'

/** What a page says of itself in its head, each as it is written there; null where it says nothing. */
export interface PageFacts {
  readonly title: string | null
  readonly date: string | null
  readonly source: string | null
  readonly author: string | null
  /** Of `<title>`, which often has the site's name behind the headline. */
  readonly windowTitle: string | null
  readonly siteNames: readonly string[]
}

/** In the order of belief: the names of the standard for government sites, then those of news systems. */
const NAMES = {
  title: ['articletitle', 'ld:headline', 'og:title', 'twitter:title', 'dc.title', 'citation_title'],
  date: [
    'pubdate', 'ld:datepublished', 'article:published_time', 'og:published_time', 'publishdate', 'firstpublishedtime', 'pubtime', 'publishtime',
    'datepublished', 'weibo:article:create_at', 'og:release_date', 'dc.date.issued', 'dc.date', 'citation_publication_date'
  ],
  source: ['contentsource', 'source', 'ld:publisher', 'og:article:source', 'dc.source', 'dc.publisher'],
  author: ['author', 'article:author', 'og:article:author', 'ld:author', 'dc.creator'],
  site: ['sitename', 'og:site_name', 'application-name', 'ld:publisher']
} as const

export function factsOf(document: PageDocument): PageFacts {
  const stated = new Map<string, string>()
  let windowTitle: string | null = null
  const put = (name: string, value: string): void => {
    const words = collapsed(value)
    if (words !== '' && !stated.has(name)) stated.set(name, words)
  }
  for (const element of elementsOf(document)) {
    if (element.tagName === 'meta') {
      const name = attributeOf(element, 'name') || attributeOf(element, 'property') || attributeOf(element, 'itemprop')
      if (name !== '') put(name.trim().toLowerCase(), attributeOf(element, 'content'))
    } else if (element.tagName === 'title' && windowTitle === null) windowTitle = collapsed(rawText(element)) || null
    else if (element.tagName === 'script' && isLinkedData(element)) for (const [name, value] of linkedData(rawText(element))) put(name, value)
  }
  const first = (names: readonly string[], isMeant: (value: string) => boolean = () => true): string | null =>
    names.map((name) => stated.get(name)).find((value): value is string => value !== undefined && isMeant(value)) ?? null
  return {
    title: first(NAMES.title, (value) => value.length <= 200),
    date: first(NAMES.date, (value) => /(?:19|20)\d{2}/.test(value) && value.length <= 40),
    source: first(NAMES.source, isName),
    author: first(NAMES.author, isName),
    windowTitle,
    siteNames: NAMES.site.flatMap((name) => stated.get(name) ?? [])
  }
}

const collapsed = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').trim()

/** Numbers of accounts and addresses stand in these places too. */
const isName = (value: string): boolean => value.length <= 60 && /\p{L}/u.test(value) && !/^https?:|^\/\//i.test(value)

const isLinkedData = (element: PageElement): boolean => /^application\/ld\+json/i.test(attributeOf(element, 'type').trim())

/** Headline, day and so on of the first article that JSON-LD tells of. */
function linkedData(json: string): [string, string][] {
  if (json.length > 1024 * 1024) return []
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
  const article = articleIn(data, 0)
  if (article === null) return []
  const named = (value: unknown): string => {
    const one: unknown = Array.isArray(value) ? value[0] : value
    if (typeof one === 'string') return one
    return isRecord(one) && typeof one['name'] === 'string' ? one['name'] : ''
  }
  return [
    ['ld:headline', named(article['headline'] ?? article['name'])],
    ['ld:datepublished', named(article['datePublished'])],
    ['ld:publisher', named(article['publisher'])],
    ['ld:author', named(article['author'])]
  ]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function articleIn(data: unknown, depth: number): Readonly<Record<string, unknown>> | null {
  if (depth > 4) return null
  if (Array.isArray(data)) {
    for (const each of data.slice(0, 100)) {
      const found = articleIn(each, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  if (!isRecord(data)) return null
  if (/Article|BlogPosting|Report\b/.test(JSON.stringify(data['@type'] ?? ''))) return data
  return articleIn(data['@graph'] ?? data['mainEntity'] ?? null, depth + 1)
}

/**
 * The headline in `<title>`: what a line of the page says too, else what is left when the names of
 * the site are cut off its end.
 */
export function headlineOf({ windowTitle, siteNames }: PageFacts, shown: Iterable<string>): string | null {
  if (windowTitle === null || windowTitle.length > 300) return null
  const whole = tight(windowTitle)
  let longest = ''
  for (const line of shown) {
    const own = tight(line)
    if (own.length >= 5 && own.length > tight(longest).length && whole.startsWith(own) && (own === whole || own.length >= 9 || SEPARATOR.test(whole[own.length]!))) longest = line
  }
  if (longest !== '') return longest
  let rest = windowTitle
  for (;;) {
    const cut = /^(.{4,}?)\s*(?:--+|::|[_|｜丨]|[—–－-])\s*([^_|｜丨—–－-]{1,30})$/u.exec(rest)
    if (cut === null) return rest
    const last = cut[2]!.trim()
    const isSite = siteNames.some((name) => tight(name).includes(tight(last))) || /(?:网|网站|门户|政府|厅|局|委|部|频道|客户端|报|在线|新闻|APP|首页)$/i.test(last)
    if (!isSite && !/--|[_|｜丨]|\s[—–－-]\s/.test(rest.slice(cut[1]!.length))) return rest
    rest = cut[1]!.trim()
  }
}

const SEPARATOR = /[-_|｜丨—–－:：]/

export const tight = (text: string): string => text.replace(/[\s\u200b]+/g, '')
