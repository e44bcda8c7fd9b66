import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { showView } from '../../routes.ts'
import { useCoderCalls, useCoders } from '../../use-coders.ts'
import { useWords } from '../../use-words.ts'

/** While a coding round is open: whose codings are seen and made now. */
export function CoderMenu() {
  const words = useWords()
  const state = useCoders()
  const call = useCoderCalls()
  const current = state?.current ?? null
  if (state === null || current === null) return null
  const round = state.rounds.find(({ id }) => id === current.round)
  const others = (round?.coders ?? []).filter((coder) => coder !== current.coder)
  return (
    <OptionMenu
      className="coder-menu"
      label={words.coders.coding(current.coder)}
      options={[
        ...others.map((coder) => ({ id: `coder ${coder}`, label: words.coders.sit(coder) })),
        { id: 'screen', label: words.coders.toScreen, note: round?.name ?? '' }
      ]}
      onChoose={(id) => {
        const coder = others.find((other) => id === `coder ${other}`)
        if (coder === undefined) showView('coders')
        else void call('coders.sit', { coder })
      }}
    />
  )
}
