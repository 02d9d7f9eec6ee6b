import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

/** What Node's parser refuses, and what it means; anything else is a 400. */
const refusals: Readonly<Record<string, readonly [status: number, text: string]>> = {
  HPE_INVALID_METHOD: [501, 'No resource here implements this method.'],
  HPE_HEADER_OVERFLOW: [431, 'The request line and headers are longer than max_header_line allows.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The extensions of a chunk are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
}

/** Says why a request was refused that was no HTTP, or came too slowly. Such a request never reaches a route. */
export function explainClientErrors(server: Server) {
  const answering = new WeakSet<Socket>()
  const note = (message: IncomingMessage, answer: ServerResponse) => {
    answering.add(message.socket)
    answer.once('close', () => answering.delete(message.socket))
  }
  server.on('request', note)
  server.on('checkContinue', note)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Words in the midst of another answer would be taken for its bytes.
    if (!socket.writable || answering.has(socket)) return void socket.destroy(error)
    const [status, text] = refusals[error.code ?? ''] ?? [400, 'This is not a request of HTTP/1.1.']
    socket.end(refusal(status, text))
  })
}

function refusal(status: number, text: string): string {
  const body = `${status} ${STATUS_CODES[status]}\n\n${text}\n\n`
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=UTF-8',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
