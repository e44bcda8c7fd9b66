/** How often something stands in a thousand of what it is counted in (words, characters, statements). Null where there is nothing. */
export const perThousand = (count: number, total: number): number | null => (total === 0 ? null : (count / total) * 1000)
