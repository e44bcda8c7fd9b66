export const aroundZh = {}

export const aroundEn: typeof aroundZh = {}
