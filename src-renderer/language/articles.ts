export const articlesZh = {}

export const articlesEn: typeof articlesZh = {}
