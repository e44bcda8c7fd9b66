import type { Quote } from '#core/annotation/quote.ts'

/** Words with what stands around them. */
export function InContext({ exact, prefix, suffix }: Quote) {
  return (
    <>
      <span>{prefix}</span>
      <mark>{exact}</mark>
      <span>{suffix}</span>
    </>
  )
}
