/** Lists as text that people read and that can be read back: one item a line, its own further lines set in. */

export const joinedItems = (items: readonly string[]): string => items.map((item) => item.replaceAll('\n', '\n  ')).join('\n')

export const splitItems = (text: string): string[] =>
  text
    .split(/\n(?! {2})/)
    .map((item) => item.replaceAll('\n  ', '\n').trim())
    .filter((item) => item !== '')
