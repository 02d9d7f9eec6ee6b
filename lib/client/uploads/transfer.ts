import { DetailedError, Upload as TusUpload } from 'tus-js-client'
import { problemFrom, requestIdIn, Unreachable } from '../api'

/** A proxy in between sees requests of bounded size and time; the server joins them without cost. */
const chunkBytes = 64 * 1024 * 1024

export interface TransferOptions {
  file: File
  imageId: string
  /** Where it goes on; null begins a new one. */
  uploadUrl: string | null
  onUrl(url: string): void
  onProgress(sentBytes: number): void
  /** How many bytes the server says it has. */
  onConfirmed(bytes: number): void
  /** The server had forgotten the upload, so that it begins again. */
  onForgotten(): void
  signal: AbortSignal
}

/**
 * Sends a file by tus until the server has it whole and has answered. Rejects with the server's `Problem`, or with
 * Unreachable; never retries by itself. An abort keeps what the server has, and rejects.
 */
export function transfer({ file, imageId, uploadUrl, signal, ...on }: TransferOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new TusUpload(file, {
      endpoint: '/uploads',
      uploadUrl,
      chunkSize: chunkBytes,
      metadata: { image_id: imageId, filename: file.name },
      headers: { accept: 'application/json' },
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        if (!upload.url) return
        const path = new URL(upload.url, location.href).pathname
        if (uploadUrl && path !== uploadUrl) on.onForgotten()
        on.onUrl(path)
      },
      onProgress: on.onProgress,
      onAfterResponse(_, response) {
        const offset = response.getHeader('upload-offset')
        if (offset) on.onConfirmed(Number(offset))
      },
      onSuccess: () => resolve(),
      onError: (error) => reject(asFailure(error)),
    })
    const stop = () => void upload.abort().finally(() => reject(signal.reason))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    upload.start()
  })
}

/** Drops what the server holds of an unfinished upload. */
export function terminate(uploadUrl: string): Promise<void> {
  return TusUpload.terminate(uploadUrl, { retryDelays: [] })
}

function asFailure(error: Error): Error {
  const response = error instanceof DetailedError ? error.originalResponse : null
  if (!response) return new Unreachable(error)
  const requestId = requestIdIn((name) => response.getHeader(name))
  return problemFrom(response.getStatus(), response.getBody(), requestId)
}
