import type { Metadata } from 'next'
import { NamespacePage } from '@/components/metadefs/namespace-page'
import { nameText } from '@/lib/client/name-text'
import { requireSession } from '../../require-session'

interface Props {
  params: Promise<{ namespace: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: nameText(decodeURIComponent((await params).namespace)) }
}

export default async function Page({ params }: Props) {
  const { namespace } = await params
  await requireSession(`/metadefs/${namespace}`)
  return <NamespacePage name={decodeURIComponent(namespace)} />
}
