import { expect, it } from 'vitest'
import type { UploadStage } from './upload'
import { inOrder } from './upload-order'

const upload = (stage: UploadStage, createdAt: number) => ({ stage, createdAt })

it('lists what is sent first, then what needs somebody, what waits in the order of its turns, and last what is done', () => {
  const uploads = [
    ...[upload('active', 9), upload('waiting', 8), upload('waiting', 7), upload('failed', 6), upload('needsFile', 5)],
    ...[upload('uploading', 4), upload('verifying', 3), upload('active', 2), upload('elsewhere', 1)],
  ]
  expect(inOrder(uploads).map(({ createdAt }) => createdAt)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 2])
})
