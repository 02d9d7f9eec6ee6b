import { parseArgs } from 'node:util'
import type { CheckResult, Verdict } from '@/lib/contract/diagnostics'
import { uuid } from '@/lib/contract/image-fields'
import { loadSettings, openStackEnvironment } from '../server/config'
import { allChecks } from '../server/diagnostics/all-checks'
import { commandSubject, knowsKeystone } from '../server/diagnostics/command-subject'
import { runChecks } from '../server/diagnostics/run-checks'
import { verdict } from '../server/diagnostics/verdict'
import { type Command, FoundWrong, type Print, UsageError } from './command'

const options = {
  'config-file': { type: 'string', multiple: true },
  endpoint: { type: 'string' },
  region: { type: 'string' },
  interface: { type: 'string' },
  image: { type: 'string' },
  'as-service': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

export const doctor: Command = {
  name: 'doctor',
  operands: '[--config-file FILE]... [--endpoint URL] [--region R] [--interface I] [--image ID] [--as-service] [--json]',
  summary: 'Finds out why sign-ins or images are refused, for the person whose OS_* variables are set.',
  options: [
    ['--config-file FILE', 'a configuration file of Vitrine; may be given several times (default: none)'],
    ['--endpoint URL', 'the Image API to look at (default: the one of the catalogue)'],
    ['--region R', 'the region to look in (default: OS_REGION_NAME)'],
    ['--interface I', 'public, internal or admin (default: OS_INTERFACE, else public)'],
    ['--image ID', 'an image that is refused or missing (default: none)'],
    ['--as-service', 'log in as the service user of the configuration (default: by the OS_* variables)'],
    ['--json', 'print JSON (default: text)'],
  ],
  async run(args, print) {
    const { values } = parseArgs({ args: [...args], options })
    const { 'config-file': files = [], 'as-service': asService, json = false, image: imageId, ...wanted } = values
    if (imageId !== undefined && !RegExp(uuid).test(imageId)) throw new UsageError(imageById)
    const settings = loadSettings(files)
    const input = { settings, configFiles: files, env: openStackEnvironment(), imageId, asService, ...wanted }
    const subject = commandSubject(input)
    if (!(await knowsKeystone(subject, input))) throw new UsageError(noKeystone)
    const results: CheckResult[] = []
    for await (const result of runChecks(allChecks, subject)) {
      results.push(result)
      if (!json) printResult(result, print)
    }
    const meaning = verdict(results)
    if (json) print(JSON.stringify({ results, verdict: meaning }, null, 2))
    else printVerdict(meaning, print)
    if (meaning.cause !== null || results.some(({ status }) => status === 'fail')) throw new FoundWrong()
  },
}

const noKeystone =
  'it is not known which Keystone to ask. Source the openrc file of your cloud, or name the configuration of the service with --config-file'

const imageById = '--image takes the id of an image, not its name: openstack image show NAME -f value -c id'

const marks: Record<CheckResult['status'], string> = { pass: '✓', warn: '!', fail: '✗', skipped: '–' }

function printResult({ name, status, summary, evidence }: CheckResult, print: Print) {
  print(`${marks[status]} ${name}: ${summary}`)
  if (status === 'fail' || status === 'warn') for (const { label, value } of evidence) print(`    ${label}: ${value}`)
}

function printVerdict({ sentence, fix, certainty }: Verdict, print: Print) {
  print('')
  print(certainty === 'likely' ? `Likely: ${sentence}` : sentence)
  if (!fix) return
  print(fix.text)
  for (const line of fix.lines) print(`    ${line}`)
}
