/** Places in the log of changes that a person can go back to. */
export const restorePoints = `
CREATE TABLE restore_points (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- a person's; '' where the program made it
  name TEXT NOT NULL,
  -- the kind of change that it was made before; NULL where a person made it
  before TEXT,
  -- the newest change of then, 0 where there was none
  change INTEGER NOT NULL CHECK (change >= 0),
  -- JSON: the changes up to it that were undone or dropped then
  not_done TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CHECK ((name = '') = (before IS NOT NULL))
) STRICT;
`
