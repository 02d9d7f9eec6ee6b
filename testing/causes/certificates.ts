import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificate {
  /** By which it is trusted: it signed itself. */
  file: string
  keyFile: string
  cert: Buffer
  key: Buffer
}

/** Makes a certificate for that host, over already where the days are negative. */
export function makeCertificate(folder: string, name: string, { host = 'IP:127.0.0.1', days = 1 } = {}): Certificate {
  const [file, key, request] = ['pem', 'key', 'csr'].map((ending) => join(folder, `${name}.${ending}`)) as [
    string,
    string,
    string,
  ]
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl('req', '-new', ...curve, '-keyout', key, '-out', request, ...subject)
  openssl('x509', '-req', '-in', request, '-signkey', key, '-days', String(days), '-copy_extensions', 'copy', '-out', file)
  return { file, keyFile: key, cert: readFileSync(file), key: readFileSync(key) }
}

function openssl(...args: string[]) {
  execFileSync('openssl', args, { stdio: 'ignore' })
}
