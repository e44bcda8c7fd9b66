export const readerZh = {}

export const readerEn: typeof readerZh = {}
