import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { nameText } from '@/lib/client/name-text'
import { paths } from '@/lib/contract/paths'
import { authenticate } from '@/lib/server/auth/authenticate'
import { services } from '@/lib/server/services'

/** The title of a page about one image: its name before what the page is about, or that alone where it cannot be read. */
export async function imageTitle(imageId: string, about: string, only = false): Promise<Metadata> {
  const name = await imageName(decodeURIComponent(imageId)).catch(() => null)
  if (!name) return { title: about }
  const shown = nameText(name)
  return { title: only ? shown : `${shown} · ${about}` }
}

/** As the public API tells it to the person of the session. */
async function imageName(id: string): Promise<string | null> {
  const request = new Request(`http://localhost${paths.image(encodeURIComponent(id))}`, { headers: await headers() })
  const ctx = await authenticate(request, `req-${randomUUID()}`)
  return (await services.images.get(ctx, id)).name
}
