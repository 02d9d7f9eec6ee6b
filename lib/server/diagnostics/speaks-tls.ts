import { type Probe, ProbeError } from './probe'

/** Whether TLS is spoken where plain http found nobody to talk to; with whichever certificate. */
export async function speaksTls(probe: Probe, url: string): Promise<boolean> {
  if (!url.startsWith('http:')) return false
  const error = await probe(url.replace('http:', 'https:')).catch((failure: unknown) => failure)
  return !(error instanceof ProbeError) || error.failure.startsWith('tls')
}
