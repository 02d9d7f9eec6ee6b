import { expectTrue } from './steps'
import type { Walk } from './walk'

/** What `openstack` asks of Keystone itself. */
export async function walkIdentity({ openstack, steps: { step } }: Walk): Promise<void> {
  await step('openstack token issue', async () => {
    const token = JSON.parse(await openstack.run('token', 'issue', '-f', 'json'))
    expectTrue(Boolean(token.id && token.project_id && token.user_id), `the token is ${JSON.stringify(token)}`)
    expectTrue(Date.parse(token.expires) > Date.now(), `it expires ${token.expires}`)
  })
  await step('openstack catalog list', async () => {
    const services: { Type: string }[] = JSON.parse(await openstack.run('catalog', 'list', '-f', 'json'))
    for (const type of ['image', 'identity']) {
      expectTrue(
        services.some((service) => service.Type === type),
        `${type} is not in the catalog`,
      )
    }
  })
}
