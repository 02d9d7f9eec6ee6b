/** One command of `vitrine`. */
export interface Command {
  /** The words that call it, such as `db sync`. */
  name: string
  /** What follows the words, as the help shows it. */
  operands: string
  /** One line for the help. */
  summary: string
  /** Each option with its meaning and default, for the help of the command. */
  options?: readonly (readonly [option: string, meaning: string])[]
  /** Gets what follows the words; answers when all is done, and throws where it fails. */
  run(args: readonly string[], print: Print): Promise<void>
}

/** Writes one line. */
export type Print = (line: string) => void

/** A command line that cannot be: what is wrong, for the person who typed it. */
export class UsageError extends Error {}

/** What was looked at is not as it should be, and all about it has been printed. */
export class FoundWrong extends Error {}
