import type { Verdict } from '@/lib/contract/diagnostics'
import type { Cloud } from './cloud'

/** The verdict with names in place of what differs from run to run. */
export function steadyVerdict({ fix, ...verdict }: Verdict, cloud: Cloud): Verdict {
  if (!fix) return verdict
  const steady = (text: string) => named(text, cloud)
  return { ...verdict, fix: { text: steady(fix.text), lines: fix.lines.map(steady) } }
}

function named(text: string, { keystone, other, slow, serviceUrl, folder }: Cloud): string {
  const hosts = { keystone: keystone.url, 'other-keystone': other.url, 'slow-keystone': slow.url, image: serviceUrl }
  return Object.entries(hosts)
    .reduce((left, [name, url]) => left.replaceAll(withoutScheme(url), `${name}.example`), text)
    .replaceAll(folder, '/var/lib/glance')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST:PORT')
    .replace(/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g, 'IMAGE')
    .replace(/\b[\da-f]{32}\b/g, 'ID')
    .replace(/\bperson-\d+\b/g, 'USER')
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '')
}
