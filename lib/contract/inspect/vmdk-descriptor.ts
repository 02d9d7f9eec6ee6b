/** A line of a VMDK descriptor that says where a part of the disk lies. */
export interface VmdkExtent {
  line: string
  sectors: number
  type: string
  /** The file that holds it. */
  file: string
}

export interface VmdkDescriptor {
  /** Every `createType` there is: a sound descriptor has one. */
  createTypes: string[]
  extents: VmdkExtent[]
  /** The line that names a parent disk, if there is one. */
  parent: string | null
}

/** Reads the text of a VMDK descriptor. Hidden repetitions count, because programs differ in which one they obey. */
export function parseVmdkDescriptor(text: string): VmdkDescriptor {
  const lines = text.split('\n').map((line) => line.trim())
  return {
    createTypes: lines.filter((line) => /createtype/i.test(line)).map(createType),
    extents: lines.filter((line) => /^(RW|RDONLY|NOACCESS)\b/i.test(line)).map(extent),
    parent: lines.find(namesParent) ?? null,
  }
}

function createType(line: string): string {
  return /^createType[ \t]*=[ \t]*"([^"]*)"$/.exec(line)?.[1] ?? line
}

function extent(line: string): VmdkExtent {
  const [, sectors = '0', type = '', file = ''] = /^RW[ \t]+(\d+)[ \t]+(\w+)(?:[ \t]+"([^"]*)")?/.exec(line) ?? []
  return { line, sectors: Number(sectors), type, file }
}

function namesParent(line: string): boolean {
  const cid = /^parentCID[ \t]*=[ \t]*(\w*)/i.exec(line)
  return cid ? !/^f{8}$/i.test(cid[1] ?? '') : /parentFileNameHint/i.test(line)
}
