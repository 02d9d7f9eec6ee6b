import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Json = Readonly<Record<string, unknown>>

/** Who asks, as Keystone describes a token, and about what. */
export interface Asked {
  token: Json
  target: Json
}

const program = '/usr/bin/oslopolicy-checker'

/** Why the real checker is not asked; null where it is there, and in CI, where it has to be. */
export const noChecker = existsSync(program) || process.env.CI ? null : `${program} of python3-oslo.policy is not installed`

/** The checker's own function, once for each question: it prints a line for every rule whose name has a colon. */
const askAll = `
import contextlib, io, json, sys
from oslo_policy import shell
folder, count = sys.argv[1], int(sys.argv[2])
answers = []
for number in range(count):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        shell.tool(f'{folder}/rules.json', f'{folder}/access-{number}.json', None, False, f'{folder}/target-{number}.json')
    lines = [line.split(': ', 1) for line in said.getvalue().splitlines() if line.startswith(('passed: ', 'failed: '))]
    answers.append({name: word == 'passed' for word, name in lines})
json.dump(answers, sys.stdout)
`

/** Whether oslo.policy logs something about a rule as it reads it, or fails as it asks it. */
const readAll = `
import json, logging, sys, types
from oslo_policy import policy
records = []
class Keep(logging.Handler):
    def emit(self, record):
        records.append(record)
logging.getLogger('oslo_policy').addHandler(Keep())
def complains(text):
    records.clear()
    try:
        check = policy.RuleDefault('asked', text).check
        check({'x': 'y'}, {'user_id': 'u', 'roles': ['r']}, types.SimpleNamespace(rules={}))
    except Exception:
        return True
    return len(records) > 0
json.dump([complains(text) for text in json.load(sys.stdin)], sys.stdout)
`

/** Whether oslo.policy has something against each of the rules. */
export function doubtedByOsloPolicy(rules: readonly unknown[]): boolean[] {
  const output = execFileSync('/usr/bin/python3', ['-c', readAll], {
    input: JSON.stringify(rules),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return JSON.parse(output.toString())
}

/** What oslopolicy-checker says to rules, by name, for each question. A rule at which it fails is missing from its answer. */
export function askOsloPolicy(rules: Json, questions: readonly Asked[]): Record<string, boolean>[] {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-oslo-policy-'))
  const write = (name: string, content: unknown) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(content))
  try {
    write('rules', rules)
    for (const [number, { token, target }] of questions.entries()) {
      write(`access-${number}`, { token })
      write(`target-${number}`, target)
    }
    const output = execFileSync('/usr/bin/python3', ['-c', askAll, folder, String(questions.length)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return JSON.parse(output.toString())
  } finally {
    rmSync(folder, { recursive: true })
  }
}
