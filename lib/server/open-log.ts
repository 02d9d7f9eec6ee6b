import { closeSync, openSync } from 'node:fs'
import { type Logger, pino } from 'pino'
import type { Config } from './config'
import { ConfigError } from './config-file'

/** The log: JSON lines to `log_file`, else to the error output. A file that cannot be written is a ConfigError. */
export function openLog({ log_file: file, debug }: Pick<Config['DEFAULT'], 'log_file' | 'debug'>): Logger {
  try {
    if (file) closeSync(openSync(file, 'a'))
  } catch (error) {
    throw new ConfigError(`[DEFAULT] log_file: ${file} cannot be written: ${(error as Error).message}`)
  }
  return pino({ level: debug ? 'debug' : 'info' }, pino.destination({ dest: file || 2 }))
}
