import { quotationsOf } from '../report/quotations.ts'

/** A quotation with one of these is a sentence somebody said, not a wording. */
const sentenceMark = /[。；！？：…\n\r]/

const shortest = 2
const longest = 20

/** What stands in quotation marks and is no sentence: slogans, formulas, images. Each once, in the order of the text. */
export const quotedWordings = (text: string): string[] => [
  ...new Set(quotationsOf(text).map(({ name }) => name).filter((name) => name.length >= shortest && name.length <= longest && !sentenceMark.test(name)))
]
