export const matrixViewZh = {}

export const matrixViewEn: typeof matrixViewZh = {}
