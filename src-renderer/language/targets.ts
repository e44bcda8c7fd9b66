export const targetsZh = {}

export const targetsEn: typeof targetsZh = {}
