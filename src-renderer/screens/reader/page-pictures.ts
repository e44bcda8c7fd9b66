import { useEffect, useState } from 'react'
import type { Problem } from '#core/contract/problem.ts'
import type { Host } from '../../host/host.ts'
import { useHost } from '../../host/use-call.ts'

/** A page of a source as a picture. A stored source never changes its pages. */
export interface PictureWish {
  readonly source: string
  /** 1-based. */
  readonly page: number
  readonly pixelsPerPoint: number
}

interface Picture {
  /** A data address, or null where the page could not be drawn. */
  readonly address: string | null
  readonly problem: Problem | null
}

/** Each is some megabytes: as many as a person turns back to. */
const mostKept = 24
const kept = new Map<string, Picture>()
const asked = new Map<string, Promise<Picture>>()

/** A page that only flies by while a person scrolls is not asked for. */
const restMs = 120

/** The picture of a page, while it is wanted; a sharper one replaces it when it has come. */
export function usePagePicture(wish: PictureWish, isWanted: boolean): Picture | null {
  const host = useHost()
  const key = JSON.stringify(wish)
  const [shown, setShown] = useState<Picture | null>(() => kept.get(key) ?? null)
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    const show = (picture: Picture): void => {
      if (isCurrent) setShown(picture)
    }
    const known = kept.get(key)
    const timer = setTimeout(() => void fetchPicture(host, key).then(show), known === undefined ? restMs : 0)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [host, key, isWanted])
  return isWanted ? shown : null
}

function fetchPicture(host: Host, key: string): Promise<Picture> {
  const known = kept.get(key)
  if (known !== undefined) return Promise.resolve(known)
  const underWay = asked.get(key)
  if (underWay !== undefined) return underWay
  const answer = askFor(host, key)
  asked.set(key, answer)
  return answer
}

async function askFor(host: Host, key: string): Promise<Picture> {
  const reply = await host.call('sources.page', JSON.parse(key) as PictureWish) // the key is the wish
  asked.delete(key)
  if (!reply.ok) return { address: null, problem: reply.problem }
  const picture: Picture = { address: `data:${reply.value.mediaType};base64,${reply.value.base64}`, problem: null }
  kept.set(key, picture)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return picture
}

const sharpness = [0.5, 1, 1.5, 2, 3, 4, 6]

/** Pixels for each unit of the page that look sharp where one unit takes `cssPixels`; in steps, so that a drag of the pane's edge asks for few pictures. */
export function pixelsPerPointFor(cssPixels: number, devicePixelRatio: number): number {
  const wanted = cssPixels * devicePixelRatio
  return sharpness.find((step) => step >= wanted * 0.95) ?? sharpness.at(-1)!
}
