import { findPlaces, type Gazetteer } from '../places/gazetteer.ts'
import { openingAt, type Opening } from './openings.ts'
import type { Part } from './parts.ts'

/** A part of text as the division of a source sees it. */
export interface Piece {
  readonly part: Part
  /** Among all parts, furniture counted. */
  readonly index: number
  readonly opening: Opening | null
  /** Tells what happened, when and where: 2月10日，…会在杭州召开. */
  readonly isLead: boolean
  /** 0..1: how much it reads like a headline. */
  readonly headline: number
  /** Six-digit code of the province that its opening names first, or null. */
  readonly province: string | null
  /** Weather, advertisements, subscriptions: found on a page beside a report. */
  readonly isForeign: boolean
  /** Begins in the middle of a numbering: 二、 三是 */
  readonly continuesNumbering: boolean
}

const EVENT = /召开|举行|举办|开幕|闭幕|召集|组织|印发|发布|出席|主持|开展|启动/
const FOREIGN =
  /^(?:天气预报|今日天气|[【[（(]?广告|订报|征订|招聘|征稿|国内统一|邮发代号|本报地址|印刷|零售|\S{0,6}热线)|(?:晴|阴|多云|小雨|中雨|大雨|雷阵雨|小雪).{0,30}(?:℃|度|级)/
const REPORT_WORDS = /会议|工作|建设|推进|发展|部署|要求|强调|指出/
const LATER_NUMBER = /^(?:[二三四五六七八九十]{1,3}(?:、|[是要])|[（(][二三四五六七八九十]{1,3}[）)]|第[二三四五六七八九十]{1,3}[章节]|[2-9][.．、])/

export function readPiece(part: Part, index: number, gazetteer: Gazetteer): Piece {
  const { text } = part.stretch
  const start = text.slice(0, 160)
  const opening = openingAt(start, 0)
  const isLead = opening === 'agency' || (opening === 'dateline' && EVENT.test(start.slice(0, 90)))
  const mention = part.headline > 0 || isLead ? findPlaces(gazetteer, start.slice(0, 80)).find((place) => !place.isInName && !place.isAmbiguous) : undefined
  const hasSubject = mention !== undefined && mention.start <= 12 && part.headline > 0
  return {
    part, index, opening, isLead,
    headline: Math.min(1, part.headline + (hasSubject ? 0.2 : 0)),
    province: mention?.place.province.code ?? null,
    isForeign: text.length < 160 && FOREIGN.test(text) && !REPORT_WORDS.test(text),
    continuesNumbering: LATER_NUMBER.test(text)
  }
}

/** 0..1: share of the character pairs of a headline that a text has. */
export function shareOfPairs(headline: string, text: string): number {
  let shared = 0
  let pairs = 0
  for (let at = 0; at + 1 < headline.length; at++) {
    const pair = headline.slice(at, at + 2)
    if (/[\s“”《》【】：、，]/.test(pair)) continue
    pairs++
    if (text.includes(pair)) shared++
  }
  return pairs === 0 ? 0 : shared / pairs
}
