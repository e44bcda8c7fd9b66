export const libraryTableZh = {}

export const libraryTableEn: typeof libraryTableZh = {}
