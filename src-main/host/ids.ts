/** The number behind an id of the contract; 0, which no row has, for what is none. */
export const idOf = (id: string): number => (/^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0)
