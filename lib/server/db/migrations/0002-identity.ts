import { type CreateTableBuilder, sql } from 'kysely'
import type { SchemaStep } from '../schema-step'

/** Makes the tables of the embedded identity. Tables that are there already stay: MySQL cannot undo half a step. */
export const identityStep: SchemaStep = (kind) => ({
  async up(db) {
    for (const [name, columns] of Object.entries(tables)) {
      const table = columns(db.schema.createTable(name).ifNotExists())
      // A binary collation keeps names that differ in case apart, as the other two databases do.
      await (kind === 'mysql' ? table.modifyEnd(sql`character set utf8mb4 collate utf8mb4_bin`) : table).execute()
    }
  },
})

type Table = CreateTableBuilder<string, string>

const idType = 'varchar(64)'
const nameType = 'varchar(255)'

const tables: Record<string, (table: Table) => Table> = {
  vitrine_domain: (table) =>
    described(named(table))
      .addColumn('enabled', 'boolean', (column) => column.notNull())
      .addUniqueConstraint('vitrine_domain_name', ['name']),
  vitrine_project: (table) =>
    described(owned(named(table), 'domain'))
      .addColumn('enabled', 'boolean', (column) => column.notNull())
      .addUniqueConstraint('vitrine_project_name', ['domain_id', 'name']),
  vitrine_user: (table) =>
    owned(named(table), 'domain')
      .addColumn('description', 'text')
      .addColumn('email', nameType)
      .addColumn('default_project_id', idType)
      .addColumn('enabled', 'boolean', (column) => column.notNull())
      .addColumn('password_hash', nameType)
      .addUniqueConstraint('vitrine_user_name', ['domain_id', 'name']),
  vitrine_role: (table) => named(table).addColumn('description', 'text').addUniqueConstraint('vitrine_role_name', ['name']),
  vitrine_assignment: (table) =>
    owned(owned(table, 'user'), 'role')
      .addColumn('target_kind', 'varchar(16)', (column) => column.notNull())
      .addColumn('target_id', idType, (column) => column.notNull())
      .addPrimaryKeyConstraint('vitrine_assignment_key', ['user_id', 'role_id', 'target_kind', 'target_id']),
  vitrine_application_credential: (table) =>
    owned(owned(named(table), 'user'), 'project')
      .addColumn('description', 'text')
      .addColumn('secret_hash', nameType, (column) => column.notNull())
      .addColumn('unrestricted', 'boolean', (column) => column.notNull())
      .addColumn('expires_at', 'bigint')
      .addUniqueConstraint('vitrine_application_credential_name', ['user_id', 'name']),
  vitrine_application_credential_role: (table) =>
    owned(owned(table, 'application_credential'), 'role').addPrimaryKeyConstraint('vitrine_application_credential_role_key', [
      'application_credential_id',
      'role_id',
    ]),
  vitrine_token: (table) =>
    owned(
      table.addColumn('fingerprint', idType, (column) => column.primaryKey()),
      'user',
    )
      .addColumn('target_kind', 'varchar(16)', (column) => column.notNull())
      .addColumn('target_id', idType, (column) => column.notNull())
      .addColumn('application_credential_id', idType)
      .addColumn('methods', nameType, (column) => column.notNull())
      .addColumn('audit_ids', nameType, (column) => column.notNull())
      .addColumn('issued_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull()),
}

function named(table: Table): Table {
  return table.addColumn('id', idType, (column) => column.primaryKey()).addColumn('name', nameType, (column) => column.notNull())
}

function described(table: Table): Table {
  return table.addColumn('description', 'text', (column) => column.notNull())
}

/** A row that goes when its owner goes. */
function owned(table: Table, owner: string): Table {
  const column = `${owner}_id`
  const target = `vitrine_${owner}`
  return table
    .addColumn(column, idType, (definition) => definition.notNull())
    .addForeignKeyConstraint(`${constraintName(table)}_${column}_fk`, [column], target, ['id'], (key) => key.onDelete('cascade'))
}

function constraintName(table: Table): string {
  return table.toOperationNode().table.table.identifier.name
}
