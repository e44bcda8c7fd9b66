export const searchingZh = {}

export const searchingEn: typeof searchingZh = {}
