import type { PageRecogniser, ReadingGround } from '../reader.ts'

/** The recogniser that the ground offers, else one in this process: its engine is large, and loaded when the first scan comes. */
export async function recogniserFor({ openRecogniser }: Pick<ReadingGround, 'openRecogniser'>): Promise<PageRecogniser> {
  if (openRecogniser !== undefined) return openRecogniser()
  const recognition = await import('./recognise.ts')
  return recognition.openRecogniser()
}
