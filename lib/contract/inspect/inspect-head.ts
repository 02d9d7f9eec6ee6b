import { detectors } from './detectors'
import { Header, HeaderTruncated } from './header'
import type { Detector, Finding, Inspection, InspectOptions } from './inspection'

/** As much of a file's start as any format needs, in bytes. */
export const headBytes = 4 * 1024 * 1024

/**
 * Tells a disk image's format, the size of the disk inside, and what makes it unsafe, from the start of the file. Never
 * throws, whatever the bytes. A fixed VHD shows itself only at the end of a file, so it is told to be what is inside.
 */
export function inspectHead(head: Uint8Array, options: InspectOptions): Inspection {
  const header = new Header(head.subarray(0, headBytes))
  const matching = detectors.filter((detector) => detector.matches(header))
  const [first, ...others] = matching
  if (!first) return { format: 'raw', formats: ['raw'], virtualSize: options.size, problems: [] }
  const formats = matching.map(({ format }) => format)
  if (others.length === 0 || isHybridIso(matching))
    return { format: first.format, formats, ...inspectWith(first, header, options) }
  const ambiguous = { rule: 'several_formats', message: `the file can be read as ${formats.join(' and as ')}` }
  const problems = matching.flatMap((detector) => inspectWith(detector, header, options).problems)
  return { format: first.format, formats, virtualSize: null, problems: [ambiguous, ...problems] }
}

/** An ISO that also boots from a USB stick has a partition table in its unused first sectors. */
function isHybridIso(matching: readonly Detector[]): boolean {
  return matching.map(({ format }) => format).join() === 'iso,gpt'
}

function inspectWith(detector: Detector, header: Header, options: InspectOptions): Finding {
  try {
    return detector.inspect(header, options)
  } catch (error) {
    if (!(error instanceof HeaderTruncated)) throw error
    return {
      virtualSize: null,
      problems: [{ rule: 'truncated', message: `the ${detector.format} header is cut short: ${error.message}` }],
    }
  }
}
