import { writable } from '#core/exchange/element.ts'

/** A text as XML can hold it, with line feeds at the ends of its lines. */
export const xmlText = (text: string): string => writable(text.replace(/\r\n?/g, '\n'))
