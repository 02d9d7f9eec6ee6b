import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseServer, databaseServers } from '@/testing/database-servers'
import type { Database } from '../database'
import { migrate } from '../migrate'
import { glanceSchema } from './glance-schema'

describe.each(databaseServers)('Glance’s schema on $kind', ({ missing, start }) => {
  if (missing) return it.skip(missing)
  let server: DatabaseServer
  let database: Database

  beforeAll(async () => {
    server = await start()
    database = await server.create()
  })
  afterAll(() => server?.stop())

  it('has every table with every column', async () => {
    const tables = await database.db.introspection.getTables()
    const found = Object.fromEntries(tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]))
    const wanted = Object.entries(glanceSchema).map(([name, { columns }]) => [name, Object.keys(columns).sort()])
    expect(found).toMatchObject(Object.fromEntries(wanted))
  })

  it('names Glance’s revision', async () => {
    const { rows } = await sql`select version_num from alembic_version`.execute(database.db)
    expect(rows).toEqual([{ version_num: 'wallaby_contract01' }])
  })

  it('refuses what Glance’s constraints refuse', async () => {
    const insert = sql`insert into image_tags (image_id, value, created_at, deleted)
      values ('no-such-image', 'x', '2026-01-01 00:00:00', ${false})`
    await expect(insert.execute(database.db)).rejects.toThrow(/foreign key/i)
  })

  it('leaves a database that Glance made as it is', async () => {
    await sql`drop table vitrine_migration`.execute(database.db)
    await sql`update alembic_version set version_num = '2024_1_expand01'`.execute(database.db)
    await migrate(database)
    const { rows } = await sql`select version_num from alembic_version`.execute(database.db)
    expect(rows).toEqual([{ version_num: '2024_1_expand01' }])
  })
})
