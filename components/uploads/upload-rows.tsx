'use client'

import { clsx } from 'clsx'
import type { RefObject } from 'react'
import { useUploadList } from './upload-provider'
import { UploadRow } from './upload-row'
import type { HeldRow } from './use-focus-after-removal'
import { useSettledRows } from './use-settled-rows'

interface Props {
  list: RefObject<HTMLUListElement | null>
  heldRow(index: number): HeldRow
  className: string
}

/** Every upload of this browser: what is being sent first, then what needs the person. */
export function UploadRows({ list, heldRow, className }: Props) {
  const { rows, holding } = useSettledRows(useUploadList())
  return (
    <ul ref={list} {...holding} className={clsx('divide-y divide-hairline', className)}>
      {rows.map((upload, index) => (
        <UploadRow key={upload.id} upload={upload} held={heldRow(index)} />
      ))}
    </ul>
  )
}
