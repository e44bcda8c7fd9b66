interface ShareStripProps {
  readonly label: string
  readonly parts: readonly SharePart[]
}

interface SharePart {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly amount: number
}

/** One bar of coloured lengths; what each is, is said in words on hover and to a screen reader. */
export function ShareStrip({ label, parts }: ShareStripProps) {
  const shown = parts.filter((part) => part.amount > 0)
  if (shown.length === 0) return <div className="share-strip" aria-hidden="true" />
  const names = shown.map((part) => part.name)
  return <div className="share-strip" role="img" aria-label={`${label}: ${names.join(', ')}`} title={names.join('\n')} style={{ backgroundImage: stripes(shown) }} />
}

/** Of a bar's length: what is less could not be seen. */
const leastShare = 0.012

/** Drawn as one picture: a table has hundreds of these lengths in sight, and an element for each is felt when it scrolls. */
function stripes(parts: readonly SharePart[]): string {
  const sum = parts.reduce((total, { amount }) => total + amount, 0)
  const shares = parts.map(({ amount }) => Math.max(amount / sum, leastShare))
  const whole = shares.reduce((total, share) => total + share, 0)
  let end = 0
  const stops = parts.map(({ color }, index) => {
    const start = end
    end += ((shares[index] ?? 0) / whole) * 100
    const edge = `calc(${end.toFixed(2)}% - 1px)`
    return index === parts.length - 1 ? `${color} ${start.toFixed(2)}% 100%` : `${color} ${start.toFixed(2)}% ${edge}, var(--line) ${edge} ${end.toFixed(2)}%`
  })
  return `linear-gradient(to right, ${stops.join(', ')})`
}
