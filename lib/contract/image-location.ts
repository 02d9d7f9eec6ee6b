import { z } from 'zod'

/** How many hex digits a hash has. */
export const hashLengths = { md5: 32, sha1: 40, sha256: 64, sha512: 128 } as const

const ValidationData = z
  .strictObject({ os_hash_algo: z.enum(['sha1', 'sha256', 'sha512', 'md5']), os_hash_value: z.string().regex(/^[0-9a-fA-F]+$/) })
  .refine(({ os_hash_algo, os_hash_value }) => os_hash_value.length === hashLengths[os_hash_algo], {
    error: 'os_hash_value is not as long as the hashes of os_hash_algo are',
  })

/** `POST /v2/images/{id}/locations`. Other texts beside are ignored, as Glance does. */
export const LocationInput = z.object({ url: z.url(), validation_data: ValidationData.optional() }).catchall(z.string())
export type LocationInput = z.infer<typeof LocationInput>

/** A location in a `PATCH` of an image. What the hashes must be is judged beside the image. */
export const GivenLocation = z.strictObject({
  url: z.url(),
  metadata: z.record(z.string(), z.unknown()),
  validation_data: z
    .strictObject({
      checksum: z
        .string()
        .regex(/^[0-9a-fA-F]{32}$/)
        .optional(),
      os_hash_algo: z.string(),
      os_hash_value: z.string(),
    })
    .optional(),
})
export type GivenLocation = z.infer<typeof GivenLocation>
