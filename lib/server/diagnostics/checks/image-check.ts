import type { Check } from '../check'
import { fail, pass, Skipped } from '../finding'

/** The image that the caller misses. An image that is not visible looks like one that is not there, here as everywhere. */
export const imageCheck: Check = {
  name: 'image',
  about: 'caller',
  async run({ imageId, facts, probe }) {
    if (!imageId) throw new Skipped('noImageNamed', 'no image was named')
    const { token, facts: caller } = await facts.caller()
    const base = await facts.api()
    const { status, headers } = await probe(`${base}/v2/images/${encodeURIComponent(imageId)}`, {
      headers: { 'x-auth-token': token },
    })
    const evidence = { image: imageId, project: caller.project?.name, status, request: headers['x-openstack-request-id'] }
    if (status === 200) return pass('You can see the image.', evidence)
    if (status !== 404) throw new Skipped('unexpectedAnswer', `the image service answers ${status}`)
    const fix = {
      text: 'Look in the project that owns it, or ask its owner to share it with yours.',
      lines: [
        `openstack image add project ${imageId} ${caller.project?.id ?? 'PROJECT'}`,
        `openstack image set --accept ${imageId}`,
      ],
    }
    return fail('There is no such image, or your project may not see it.', evidence, { cause: 'imageNotVisible', fix })
  },
}
