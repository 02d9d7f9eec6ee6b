import type { Check } from '../check'
import { fail, pass, Skipped } from '../finding'
import { findEndpoint } from '../image-endpoint'

/** The catalogue has an image endpoint for the region and interface. */
export const catalogueCheck: Check = {
  name: 'catalogue',
  about: 'caller',
  async run(subject) {
    const { facts } = await subject.facts.caller()
    if (!facts.catalog) throw new Skipped('noCatalogue', 'a token for no project has no catalogue')
    const found = findEndpoint(subject, facts)
    if ('cause' in found) {
      const evidence = { region: subject.region ?? 'any', interface: subject.interface, 'image endpoints': found.there }
      return fail(found.summary, evidence, { cause: found.cause, fix: found.fix })
    }
    if (found.from === 'command') return pass('The catalogue was not asked: you named the endpoint.', { endpoint: found.url })
    return pass('The catalogue has an image endpoint.', { endpoint: found.url, interface: subject.interface })
  },
}
