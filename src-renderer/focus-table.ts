/** Puts the keyboard back into the table, at the cell it was in. */
export function focusTable(): void {
  document.querySelector<HTMLElement>('[data-at][tabindex="0"]')?.focus({ preventScroll: true })
}
