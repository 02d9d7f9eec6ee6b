import { parseArgs } from 'node:util'
import { type LoadMode, type LoadOutcome, loadDefinitions } from '../server/metadefs/definition-loading'
import { createMetadefRepository } from '../server/metadefs/metadef-repository'
import { ownDefinitions } from '../server/metadefs/own-definitions'
import { type Command, UsageError } from './command'
import { readDefinitionFiles } from './definition-files'
import { configFileOption, withDatabase } from './open-database'

const flag = { type: 'boolean' } as const

export const dbLoadMetadefs: Command = {
  name: 'db load-metadefs',
  operands: '[PATH] [--merge [--prefer-new | --overwrite]] [--config-file FILE]...',
  summary: 'Loads metadata definitions from a JSON file, or all of a folder; without a path those that Vitrine comes with.',
  async run(args, print) {
    const { values, positionals } = parseArgs({
      args: args.map((word) => (word === '--prefer_new' ? '--prefer-new' : word)),
      options: { ...configFileOption, merge: flag, 'prefer-new': flag, overwrite: flag },
      allowPositionals: true,
    })
    const [path, ...others] = positionals
    if (others.length > 0) throw new UsageError(`one path is expected, "${others[0]}" is a second one`)
    const mode = readMode({ merge: values.merge, preferNew: values['prefer-new'], overwrite: values.overwrite })
    const files = path === undefined ? ownFiles() : readDefinitionFiles(path)
    const definitions = files.map(({ definition }) => definition)
    const outcomes = await withDatabase(values['config-file'], (database) =>
      loadDefinitions(createMetadefRepository(database), definitions, mode),
    )
    for (const [i, outcome] of outcomes.entries()) print(`${files[i]?.file}: ${sentence(outcome)}`)
  },
}

function ownFiles() {
  return ownDefinitions().map((definition) => ({ file: 'Vitrine', definition }))
}

/** As Glance's command: what is there already stays as it is unless `--merge` is given. */
function readMode({ merge, preferNew, overwrite }: Record<'merge' | 'preferNew' | 'overwrite', boolean | undefined>): LoadMode {
  if (preferNew && overwrite) throw new UsageError('--prefer-new and --overwrite exclude each other')
  if (!merge && (preferNew || overwrite)) throw new UsageError('--prefer-new and --overwrite go with --merge')
  if (overwrite) return 'overwrite'
  if (preferNew) return 'preferNew'
  return merge ? 'merge' : 'keep'
}

function sentence({ namespace, outcome, added, changed }: LoadOutcome): string {
  const said = {
    created: 'is new',
    kept: 'is there already and stays as it is (--merge changes it)',
    merged: `is merged: ${added} added, ${changed} changed`,
    replaced: 'is replaced',
  }
  return `${namespace} ${said[outcome]}`
}
