import type { Verdict } from '@/lib/contract/diagnostics'
import type { CauseCase } from './cause-case'

/** What doctor said of one case. */
export interface Told {
  made: CauseCase['made']
  verdict: Verdict
}

/** A table of what was made and what doctor said, in sections. */
export function causesDocument(sections: ReadonlyMap<string, readonly Told[]>): string {
  const tables = [...sections].map(([title, told]) => `## ${title}\n\n${table(told)}\n`)
  return `${introduction}\n${tables.join('\n')}\n${untold}`
}

const introduction = `# What \`vitrine doctor\` finds

Each row was made for real by \`testing/causes\`, with a Keystone, a memcached and an image service that run, and the verdict stands here
as doctor gave it: that cause, and no other. The test writes this page with \`npx vitest run testing/causes --update\` and fails where it differs.
`

const untold = `## What cannot be told from outside

- **Password, disabled or locked account.** Keystone answers a wrong password, a user or domain that is not there, a disabled user and a locked
  one with the same 401, of late even with \`insecure_debug\`. The words of the verdict name all of them; Keystone's own log says which it was.
- **Revoked, or its owner disabled.** A token that its user revoked and one whose user or project was disabled get the same 404.
- **No role, or no such project.** Asking for either as the scope is the same 401; so is a project of that name in another domain.
- **Keystone away, or out of reach.** Where the configuration and the caller name one address only, a firewall looks like a Keystone that is
  down. A second address that answers, such as \`www_authenticate_uri\`, tells them apart.
- **Keys thrown away, or another Keystone's token.** A token that no key opens may come from a Keystone that nobody named: the verdict is
  likely, not certain.
- **Different keys, or different clocks.** Both let a token pass one time and not the next. The clocks show in the answers' \`Date\`; behind a
  load balancer that sets it itself they do not.
- **An image of others, or none.** The Image API answers 404 to both on purpose, and so does the doctor.
`

function table(told: readonly Told[]): string {
  const rows = told.map(({ made, verdict: { cause, sentence, certainty, who, fix } }) => [
    made,
    cause ? `\`${cause}\`` : '–',
    certainty === 'likely' ? `Likely: ${sentence}` : sentence,
    who,
    fix ? [fix.text, ...fix.lines.map((line) => `\`${line}\``)].join('<br>') : '',
  ])
  const titles = ['How it is made', 'Cause', 'Verdict', 'Whose move', 'What mends it']
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
