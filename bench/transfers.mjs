// Large uploads and downloads as a client makes them, without keeping the bytes in memory.
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'

export const MiB = 1024 * 1024
export const GiB = 1024 * MiB

const piece = randomBytes(MiB)

/** Writes `size` bytes to a request, as fast as it takes them, and answers its response. */
async function send(url, options, size) {
  const outgoing = request(url, { ...options, headers: { ...options.headers, 'content-length': size } })
  const answered = once(outgoing, 'response')
  answered.catch(() => undefined)
  for (let left = size; left > 0; left -= piece.length) {
    if (!outgoing.write(left < piece.length ? piece.subarray(0, left) : piece)) await once(outgoing, 'drain')
  }
  outgoing.end()
  const [response] = await answered
  response.resume()
  await once(response, 'end')
  return response.statusCode
}

function expectStatus(status, wanted, what) {
  if (status !== wanted) throw new Error(`${what}: ${status} instead of ${wanted}`)
}

/** A queued image. */
export async function createImage({ url, token }) {
  const body = JSON.stringify({ name: 'bench', disk_format: 'raw', container_format: 'bare' })
  const headers = { 'x-auth-token': token, 'content-type': 'application/json' }
  const response = await fetch(`${url}/v2/images`, { method: 'POST', headers, body })
  expectStatus(response.status, 201, 'creating an image')
  return response.json()
}

/** `PUT …/file`; answers the image. */
export async function upload({ url, token }, size) {
  const { id } = await createImage({ url, token })
  const headers = { 'x-auth-token': token, 'content-type': 'application/octet-stream' }
  expectStatus(await send(`${url}/v2/images/${id}/file`, { method: 'PUT', headers }, size), 204, 'PUT')
  return show({ url, token }, id)
}

/** The same by tus, in chunks as the dashboard sends them. */
export async function uploadByTus({ url, token }, size, chunkBytes = 64 * MiB) {
  const { id } = await createImage({ url, token })
  const headers = { 'x-auth-token': token, 'tus-resumable': '1.0.0' }
  const metadata = `image_id ${Buffer.from(id).toString('base64')}`
  const announcement = { ...headers, 'upload-length': String(size), 'upload-metadata': metadata }
  const created = await fetch(`${url}/uploads`, { method: 'POST', headers: announcement })
  expectStatus(created.status, 201, 'creating an upload')
  for (let offset = 0; offset < size; offset += chunkBytes) {
    const chunk = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
    const options = { method: 'PATCH', headers: { ...headers, ...chunk } }
    expectStatus(await send(created.headers.get('location'), options, Math.min(chunkBytes, size - offset)), 204, 'PATCH')
  }
  return show({ url, token }, id)
}

async function show({ url, token }, id) {
  const image = await (await fetch(`${url}/v2/images/${id}`, { headers: { 'x-auth-token': token } })).json()
  if (image.status !== 'active') throw new Error(`the image is ${image.status} after its upload`)
  return image
}

/** Reads a body to its end; answers how many bytes came and, when asked, their SHA-512. */
export async function download(url, headers = {}, hash = undefined) {
  const outgoing = request(url, { headers }).end()
  const [response] = await once(outgoing, 'response')
  expectStatus(response.statusCode, 200, 'download')
  let size = 0
  for await (const chunk of response) {
    size += chunk.length
    hash?.update(chunk)
  }
  return { size, sha512: hash?.digest('hex') }
}

/** Downloads an image and throws unless it is what was uploaded. */
export async function downloadAndCompare({ url, token }, image) {
  const found = await download(`${url}/v2/images/${image.id}/file`, { 'x-auth-token': token }, createHash('sha512'))
  if (found.sha512 !== image.os_hash_value || found.size !== image.size) throw new Error('the download is not what was uploaded')
}

/** Deletes an image and its bytes. */
export async function remove({ url, token }, { id }) {
  const response = await fetch(`${url}/v2/images/${id}`, { method: 'DELETE', headers: { 'x-auth-token': token } })
  expectStatus(response.status, 204, 'deleting an image')
}

/** Sends `size` bytes to a server that is not ours. */
export async function sendPlain(url, size) {
  expectStatus(await send(url, { method: 'PUT', headers: {} }, size), 204, 'PUT')
}
