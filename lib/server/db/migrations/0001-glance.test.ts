import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeOnDatabases } from '@/testing/describe-on-databases'
import { migrate } from '../migrate'
import { glanceSchema } from './glance-schema'

describeOnDatabases('Glance’s schema', (on) => {
  it('has every table with every column', async () => {
    const tables = await on.database.db.introspection.getTables()
    const found = Object.fromEntries(tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]))
    const wanted = Object.entries(glanceSchema).map(([name, { columns }]) => [name, Object.keys(columns).sort()])
    expect(found).toMatchObject(Object.fromEntries(wanted))
  })

  it('names Glance’s revision', async () => {
    const { rows } = await sql`select version_num from alembic_version`.execute(on.database.db)
    expect(rows).toEqual([{ version_num: 'wallaby_contract01' }])
  })

  it('refuses what Glance’s constraints refuse', async () => {
    const insert = sql`insert into image_tags (image_id, value, created_at, deleted)
      values ('no-such-image', 'x', '2026-01-01 00:00:00', ${false})`
    await expect(insert.execute(on.database.db)).rejects.toThrow(/foreign key/i)
  })

  it('leaves a database that Glance made as it is', async () => {
    await sql`drop table vitrine_migration`.execute(on.database.db)
    await sql`update alembic_version set version_num = '2024_1_expand01'`.execute(on.database.db)
    await migrate(on.database)
    const { rows } = await sql`select version_num from alembic_version`.execute(on.database.db)
    expect(rows).toEqual([{ version_num: '2024_1_expand01' }])
  })
})
