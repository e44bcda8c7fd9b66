import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaOfMigrations } from './written-schema.ts'

writeFileSync(join(import.meta.dirname, '../../../src-main/library/schema.sql'), schemaOfMigrations())
