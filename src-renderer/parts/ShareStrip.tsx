interface ShareStripProps {
  readonly label: string
  readonly parts: readonly { readonly id: string; readonly name: string; readonly color: string; readonly amount: number }[]
}

/** One bar of coloured lengths; what each is, is said in words on hover and to a screen reader. */
export function ShareStrip({ label, parts }: ShareStripProps) {
  const shown = parts.filter((part) => part.amount > 0)
  if (shown.length === 0) return <div className="share-strip" aria-hidden="true" />
  return (
    <div className="share-strip" role="img" aria-label={`${label}: ${shown.map((part) => part.name).join(', ')}`}>
      {shown.map((part) => (
        <i key={part.id} title={part.name} style={{ flexGrow: part.amount, background: part.color }} />
      ))}
    </div>
  )
}
