import { attributeOf, elementsOf, isElement, isText, namesOf, parentOf, rawText, type PageDocument, type PageElement } from './page-tree.ts'
import { isHidden, isStruck } from './visible.ts'

/** What is shown in an element, in characters without white space. */
export interface Mass {
  readonly units: number
  /** In links. */
  readonly linked: number
  /** Marks that prose has and menus have not: ，。；！？ outside links. */
  readonly marks: number
}

export type MassOf = (element: PageElement) => Mass

const NOTHING: Mass = { units: 0, linked: 0, marks: 0 }

/** The mass of every element below a root, counted once. */
export function massesOf(root: PageElement): MassOf {
  const masses = new Map<PageElement, Mass>()
  const count = (element: PageElement, isLinked: boolean): Mass => {
    if (isHidden(element) || isStruck(element)) return NOTHING
    let [units, linked, marks] = [0, 0, 0]
    for (const child of element.childNodes) {
      if (isText(child)) {
        const own = child.value.replace(/\s+/g, '')
        units += own.length
        if (isLinked) linked += own.length
        else marks += own.replace(/[^，。；！？]/g, '').length
      } else if (isElement(child)) {
        const inner = count(child, isLinked || child.tagName === 'a')
        units += inner.units
        linked += inner.linked
        marks += inner.marks
      }
    }
    const mass = { units, linked, marks }
    masses.set(element, mass)
    return mass
  }
  count(root, false)
  return (element) => masses.get(element) ?? NOTHING
}

/** Ids and classes in which the systems of government and news sites put the article, and nothing else. */
const CONTAINERS = new Set(
  ('zoom ucap-content trs_editor trs_ueditor trs_editor_view trs_paper_preserve trs_preserve_view custom_unionstyle ' +
    'article-content article_content articlecontent article-body article_body articlebody article-con arti-con arti_con artibody articlecon ' +
    'article-text article_text pages_content content-text content_text contenttext textcontent text_content news_content news-content newscontent ' +
    'newsinfo_content detail-content detail_content detailcontent bt-content xl-content xl_content xlcontent p-detail ozoom rwb_zw rm_txt_con show_text ' +
    'contentmain content-main mainbody js_content rich_media_content main-txt single-content entry-content post-content wp_articlecontent v_news_content ' +
    'easysite-news-text info_content infocontent conttext con_text nr_content fontzoom bodytext cas_content view_content').split(' ')
)

/** A share of the page's prose that makes a container believable without another opinion. */
const mostOfPage = 0.4

export interface FoundArticle {
  readonly container: PageElement
  readonly by: 'container' | 'document' | 'extractor'
}

/**
 * The element that holds the article: by the names that site systems give it; the whole body where
 * the page is a document without a site around it; else by the extractor. null: a page of links.
 */
export async function findArticle(document: PageDocument, body: PageElement, massOf: MassOf): Promise<FoundArticle | null> {
  if (isWordDocument(document) || isPlainDocument(body, massOf)) return { container: body, by: 'document' }
  const named = heaviest([...elementsOf(body)].filter(isNamedContainer), massOf)
  if (named !== null && isProse(massOf(named)) && massOf(named).marks >= massOf(body).marks * mostOfPage) return { container: named, by: 'container' }
  const { extractContainer } = await import('./extractor.ts')
  const extracted = extractContainer(body)
  const best = heaviest([named, extracted].filter((each) => each !== null), massOf)
  if (best === null || !isProse(massOf(best))) return null
  return { container: best, by: best === extracted ? 'extractor' : 'container' }
}

function isNamedContainer(element: PageElement): boolean {
  return namesOf(element).some((name) => CONTAINERS.has(name)) || attributeOf(element, 'itemprop').toLowerCase() === 'articlebody' || element.tagName === 'ucapcontent'
}

/** The one with the most prose; of two alike the outer. */
function heaviest(elements: readonly PageElement[], massOf: MassOf): PageElement | null {
  let best: PageElement | null = null
  for (const element of elements) if (best === null || weight(massOf(element)) > weight(massOf(best))) best = element
  return best
}

const weight = ({ units, linked, marks }: Mass): number => marks * 20 + units - 2 * linked

/** A menu has no marks, a list of headlines is links. */
const isProse = ({ units, linked, marks }: Mass): boolean => units >= 40 && marks >= 2 && linked < units * 0.4

/** Word, WPS and the like save the document alone. */
function isWordDocument(document: PageDocument): boolean {
  for (const element of elementsOf(document)) {
    if (element.tagName === 'body') return false
    const isProgram = element.tagName === 'meta' && /^(?:generator|progid|originator)$/i.test(attributeOf(element, 'name'))
    if (isProgram && /word|wps|kingsoft|libreoffice|openoffice|pandoc|excel/i.test(attributeOf(element, 'content'))) return true
  }
  return false
}

/** No menu, no list of links: every link stands inside a sentence or leads to a place on the page or to a file. */
function isPlainDocument(body: PageElement, massOf: MassOf): boolean {
  if (massOf(body).linked > massOf(body).units * 0.1) return false
  for (const element of elementsOf(body)) {
    if (['nav', 'footer', 'form', 'iframe'].includes(element.tagName)) return false
    if (element.tagName !== 'a' || massOf(element).units === 0) continue
    const href = attributeOf(element, 'href')
    if (href === '' || href.startsWith('#') || isFileLink(href)) continue
    const around = parentOf(element)
    if (/^javascript:/i.test(href) || around === null || massOf(around).linked * 2 > massOf(around).units) return false
  }
  return rawText(body).trim() !== ''
}

/** A link to a document, which is how a page names its attachments. */
export const isFileLink = (href: string): boolean => /\.(?:docx?|wps|pdf|ofd|xlsx?|et|pptx?|dps|rtf|zip|rar|7z|csv|txt|ceb|jpe?g|png|tiff?)(?:[?#].*)?$/i.test(href.trim())
