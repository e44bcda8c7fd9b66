/** Twice as many dots as the window has: enough for print at the width of a page. */
const dotsPerPixel = 2

/** UTF-8 bytes of a text in base64. */
export function base64OfText(text: string): string {
  let bytes = ''
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return btoa(bytes)
}

/** Paints an SVG text and gives the PNG's bytes in base64. */
export async function pngOfSvg(svg: string, { width, height }: { readonly width: number; readonly height: number }): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml;base64,${base64OfText(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * dotsPerPixel)
  canvas.height = Math.ceil(height * dotsPerPixel)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}
