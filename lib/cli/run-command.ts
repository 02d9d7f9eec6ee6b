import { isProblem } from '@/lib/contract/problem'
import { ConfigError } from '../server/config-file'
import { DefinitionError } from '../server/metadefs/definition-file'
import { type Command, FoundWrong, type Print, UsageError } from './command'
import { dbLoadMetadefs } from './db-load-metadefs'
import { dbSync } from './db-sync'
import { doctor } from './doctor'
import { keystoneRegister } from './keystone-register'

/** Every command; one that is added here is found and helped with. */
export const commands: readonly Command[] = [dbSync, dbLoadMetadefs, doctor, keystoneRegister]

/** Runs one command line; answers the status to exit with: 0 done, 1 failed, 2 not understood. */
export async function runCommand(words: readonly string[], print: Print, complain: Print): Promise<0 | 1 | 2> {
  if (words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help') {
    print(helpText())
    return 0
  }
  const command = commands.find(({ name }) => name.split(' ').every((word, i) => words[i] === word))
  const group = commands.filter(({ name }) => name.startsWith(`${words[0]} `))
  if (!command && group.length > 0 && (words[1] === '--help' || words[1] === '-h')) {
    print(helpText(group))
    return 0
  }
  if (!command) {
    complain(`vitrine: there is no command "${words.filter((word) => !word.startsWith('-')).join(' ')}"\n${helpText()}`)
    return 2
  }
  const usage = `Usage: vitrine ${command.name} ${command.operands}`
  const args = words.slice(command.name.split(' ').length)
  if (args.includes('--help') || args.includes('-h')) {
    print([usage, command.summary, ...table(command.options ?? [])].join('\n'))
    return 0
  }
  return failing(complain, usage, () => command.run(args, print))
}

async function failing(complain: Print, usage: string, run: () => Promise<void>): Promise<0 | 1 | 2> {
  try {
    await run()
    return 0
  } catch (error) {
    if (error instanceof FoundWrong) return 1
    if (isUsage(error)) {
      complain(`vitrine: ${(error as Error).message}\n${usage}`)
      return 2
    }
    const expected = error instanceof ConfigError || error instanceof DefinitionError || isProblem(error)
    complain(expected ? `vitrine: ${error.message}` : String((error as Error).stack ?? error))
    return 1
  }
}

/** What we refuse, and what parseArgs does. */
function isUsage(error: unknown): boolean {
  return (
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  )
}

function helpText(shown = commands): string {
  const rows = shown.map(({ name, summary }) => [name, summary] as const)
  return ['Usage: vitrine COMMAND [--help]', ...table(rows)].join('\n')
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
