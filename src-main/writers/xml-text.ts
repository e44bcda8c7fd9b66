/**
 * A text as XML can hold it: control characters, lone surrogates and U+FFFE/U+FFFF become U+FFFD; line ends
 * become line feeds.
 */
export const xmlText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
