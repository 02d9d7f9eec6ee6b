import { execFile } from 'node:child_process'
import { z } from 'zod'
import { Problem } from '@/lib/contract/problem'

/** Glance's names of disk formats and qemu's. What is not here, such as an ISO, is no disk to convert. */
const qemuFormats = { raw: 'raw', qcow2: 'qcow2', vmdk: 'vmdk', vdi: 'vdi', vhd: 'vpc', vhdx: 'vhdx' } as const

export type ConvertibleFormat = keyof typeof qemuFormats

export function isConvertible(format: string | null): format is ConvertibleFormat {
  return format !== null && Object.hasOwn(qemuFormats, format)
}

export interface Conversion {
  source: string
  format: ConvertibleFormat
  target: string
  to: ConvertibleFormat
  /** A result that is larger fails. In bytes. */
  sizeCap: number
  signal: AbortSignal
}

/**
 * Converts an image file with qemu-img, which reads hostile bytes: it is told the format instead of guessing it, kept from
 * files other than the two, and held to limits of memory, processor time and file size where the system can set them.
 */
export async function convertImage({ source, format, target, to, sizeCap, signal }: Conversion): Promise<void> {
  const from = qemuFormats[format]
  const described = await qemuImg(['info', '-f', from, '--output=json', source], { signal, limits: ['--cpu=30'] })
  assertPlain(described, from)
  const limits = [`--fsize=${sizeCap}`, '--cpu=3600']
  await qemuImg(['convert', '-f', from, '-O', qemuFormats[to], source, target], { signal, limits })
}

const info = z.object({
  format: z.string(),
  'backing-filename': z.string().optional(),
  'full-backing-filename': z.string().optional(),
  'format-specific': z.object({ data: z.looseObject({ 'data-file': z.string().optional() }).optional() }).optional(),
})

function assertPlain(described: string, expected: string) {
  const read = info.safeParse(parseJson(described))
  if (!read.success) throw unfit('qemu-img does not understand it')
  const { format, 'format-specific': specific } = read.data
  if (format !== expected) throw unfit(`qemu-img takes it for ${format}, not ${expected}`)
  if (read.data['backing-filename'] !== undefined || read.data['full-backing-filename'] !== undefined)
    throw unfit('it has a backing file')
  if (specific?.data?.['data-file'] !== undefined) throw unfit('it keeps its data in another file')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function unfit(reason: string): Problem {
  return new Problem('unsupportedMedia', `The image cannot be converted: ${reason}.`)
}

interface Limited {
  signal: AbortSignal
  /** Of `prlimit`. */
  limits: readonly string[]
}

const addressSpace = '--as=2147483648'

async function qemuImg(args: readonly string[], { signal, limits }: Limited): Promise<string> {
  const limited = await execute('prlimit', [addressSpace, ...limits, 'qemu-img', ...args], signal)
  // Only Linux has prlimit.
  const ended = limited.missing ? await execute('qemu-img', args, signal) : limited
  if (signal.aborted) throw signal.reason
  if (ended.missing || /qemu-img: No such file/.test(ended.stderr))
    throw new Problem('storeUnavailable', 'This server has no qemu-img to convert images with.')
  if (ended.failed) throw unfit(ended.stderr.trim().split('\n')[0] ?? 'qemu-img failed')
  return ended.stdout
}

interface Ended {
  failed: boolean
  /** There is no such program. */
  missing: boolean
  stdout: string
  stderr: string
}

function execute(program: string, args: readonly string[], signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, args, { signal, maxBuffer: 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, missing: error?.code === 'ENOENT', stdout, stderr })
    })
  })
}
