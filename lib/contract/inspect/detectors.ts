import { gpt } from './gpt'
import type { Detector } from './inspection'
import { iso } from './iso'
import { luks } from './luks'
import { qcow2 } from './qcow2'
import { qed } from './qed'
import { vdi } from './vdi'
import { vhd } from './vhd'
import { vhdx } from './vhdx'
import { vmdk } from './vmdk'

/** Every format that is recognised. An ISO comes before the partition table that it may carry. */
export const detectors: readonly Detector[] = [qcow2, vhd, vhdx, vmdk, vdi, qed, luks, iso, gpt]
