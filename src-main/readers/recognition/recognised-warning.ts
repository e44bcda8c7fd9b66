import type { PrintedRun } from '../layout/printed-page.ts'
import type { Warning } from '../reader.ts'

/** What whoever reads a recognised text is told. @param confidence 0..1, mean over its characters */
export function recognisedWarning(confidence: number): Warning {
  // never “100%”: the network is surer of itself than it is right
  const share = `${String(Math.min(99, Math.floor(confidence * 100)))}%`
  return {
    kind: 'recognised',
    message: {
      zh: `文字由图像识别得出（平均置信度 ${share}），请对照原图核对。`,
      en: `The text was recognised from a picture (mean confidence ${share}): check it against the original.`
    }
  }
}

/** 0..1, over the characters; null where nothing was recognised. */
export function meanConfidence(runs: readonly PrintedRun[]): number | null {
  let [characters, sum] = [0, 0]
  for (const { text, confidence = 0 } of runs) {
    characters += text.length
    sum += confidence * text.length
  }
  return characters === 0 ? null : sum / characters
}
