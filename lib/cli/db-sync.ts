import { parseArgs } from 'node:util'
import type { Command } from './command'
import { configFileOption, withDatabase } from './open-database'

export const dbSync: Command = {
  name: 'db sync',
  operands: '[--config-file FILE]...',
  summary: 'Brings the database to the newest schema; the server does so too when it starts.',
  async run(args, print) {
    const { values } = parseArgs({ args: [...args], options: configFileOption })
    await withDatabase(values['config-file'], async ({ kind }) => print(`The ${kind} database has the newest schema.`))
  },
}
