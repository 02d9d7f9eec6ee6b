import type { Header } from './header'

/** What a head can be told to be. Glance's names: `vhd` is qemu's `vpc`; `gpt` stands for any partition table, MBR too. */
export const detectedFormats = ['qcow2', 'vhd', 'vhdx', 'vmdk', 'vdi', 'qed', 'iso', 'gpt', 'luks', 'raw'] as const
export type DetectedFormat = (typeof detectedFormats)[number]

/** Why an image is refused: the rule it broke, and a sentence that says what was found at which byte. */
export interface FormatProblem {
  rule: string
  message: string
}

export interface Inspection {
  /** The format; `raw` where nothing was recognised, the first of `formats` where several were. */
  format: DetectedFormat
  /** Everything that was recognised; never empty. An ISO that starts as a disk too is `iso` and `gpt`. */
  formats: DetectedFormat[]
  /** How large the disk inside is, in bytes; null where the head does not tell. */
  virtualSize: number | null
  problems: FormatProblem[]
}

export interface InspectOptions {
  /** How long the whole file is, in bytes; null where nobody knows yet. */
  size: number | null
  /** `[image_format] vmdk_allowed_types`; Glance's default where it is left out. */
  vmdkAllowedTypes?: readonly string[]
  /** The end of the file, 1,024 bytes or more, where it is at hand: what a VMDK's footer is read from. */
  tail?: Uint8Array
}

/** What a detector reads from a header of its format. */
export type Finding = Pick<Inspection, 'virtualSize' | 'problems'>

/** One format: how it is recognised, and what its header says. May read past the end: see `Header`. */
export interface Detector {
  readonly format: DetectedFormat
  matches(header: Header): boolean
  inspect(header: Header, options: InspectOptions): Finding
}
