'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { type MetadefWrite, writeMetadef } from '@/lib/client/metadefs/metadef-writes'
import { metadefQueries } from '@/lib/client/metadefs/namespaces'
import { definitionsKey } from '@/lib/client/properties/definitions'

/** Makes what is shown of metadata definitions, here and in the property editor, be read again. */
export function useRereadMetadefs(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: metadefQueries.all }),
      client.invalidateQueries({ queryKey: definitionsKey }),
    ])
  }
}

interface Options {
  namespace: string
  /** What a toast says when it is done. */
  done: string
  onDone(): void
}

/** Changes a namespace, and says so. */
export function useMetadefWrite({ namespace, done, onDone }: Options) {
  const reread = useRereadMetadefs()
  return useMutation({
    mutationFn: (write: MetadefWrite) => writeMetadef(namespace, write),
    onSettled: reread,
    onSuccess: () => {
      toast.success(done)
      onDone()
    },
  })
}
