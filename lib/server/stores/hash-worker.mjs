// One thread of the hash pool: it reads slots that the server has filled and keeps one hash per upload.
// Plain JavaScript, because Node starts it as it is; the build copies it beside the server.
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/** @typedef {{ kind: 'open', id: number, algorithm: string }} Open */
/** @typedef {{ kind: 'update', id: number, slot: number, length: number, shared?: SharedArrayBuffer }} Update */
/** @typedef {{ kind: 'digest' | 'release', id: number }} End */

/** @type {Map<number, import('node:crypto').Hash>} */
const hashes = new Map()
/** @type {Map<number, Uint8Array>} */
const slots = new Map()

/** @param {Update} message */
function update({ id, slot, length, shared }) {
  if (shared) slots.set(slot, new Uint8Array(shared))
  hashes.get(id)?.update(slots.get(slot)?.subarray(0, length) ?? new Uint8Array())
}

/** @param {number} id */
function digest(id) {
  const hash = hashes.get(id)
  hashes.delete(id)
  return hash?.digest('hex')
}

/** @param {Open | Update | End} message */
function answer(message) {
  if (message.kind === 'open') hashes.set(message.id, createHash(message.algorithm))
  if (message.kind === 'update') update(message)
  if (message.kind === 'release') hashes.delete(message.id)
  return message.kind === 'digest' ? digest(message.id) : undefined
}

// Every message is answered once, in order: that is how the other side knows which answer is whose.
parentPort?.on('message', (message) => parentPort?.postMessage(answer(message)))
