// The least that a Node server can do for a file: what the throughput of Vitrine is compared with.
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { pipeline } from 'node:stream/promises'

const [file] = process.argv.slice(2)

const server = createServer(async (message, answer) => {
  if (message.method === 'PUT') {
    await pipeline(message, createWriteStream(file, { flush: true }))
    answer.writeHead(204).end()
  } else {
    answer.writeHead(200, { 'content-length': statSync(file).size })
    await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), answer)
  }
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
