import { z } from 'zod'
import { imageStatuses, visibilities } from './image-fields'

/** The path of everything below one image. What cannot be an id is simply not found. */
export const ImagePath = z.object({
  imageId: z
    .string()
    .max(36)
    .regex(/^[^\0]+$/),
})

/** A tag with a slash cannot be reached by its path. */
export const ImageTagPath = ImagePath.extend({ tag: z.string().regex(/^[^\0/]+$/) })

/** One image in one store. */
export const StoredImagePath = ImagePath.extend({ storeId: z.string() })

/** A new image: base fields and custom properties, side by side. The service knows which values are legal. */
export const ImageInput = z.record(z.string(), z.unknown())
export type ImageInput = z.infer<typeof ImageInput>

/** The list's filters, sorting and page. */
export const ImageListParameters = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** An image on the wire. What is not named here is a custom property, always a string. */
export const ImageView = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    status: z.enum(imageStatuses),
    visibility: z.enum(visibilities),
    protected: z.boolean(),
    os_hidden: z.boolean(),
    owner: z.string().nullable(),
    disk_format: z.string().nullable(),
    container_format: z.string().nullable(),
    min_disk: z.number(),
    min_ram: z.number(),
    size: z.number().nullable(),
    virtual_size: z.number().nullable(),
    checksum: z.string().nullable(),
    os_hash_algo: z.string().nullable(),
    os_hash_value: z.string().nullable(),
    /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
    created_at: z.string(),
    updated_at: z.string(),
    tags: z.array(z.string()),
    self: z.string(),
    file: z.string(),
    schema: z.string(),
    direct_url: z.string().optional(),
    locations: z.array(z.object({ url: z.string(), metadata: z.record(z.string(), z.unknown()) })).optional(),
    /** The ids of the stores that have a copy, with commas between. */
    stores: z.string().optional(),
  })
  .catchall(z.unknown())
export type ImageView = z.infer<typeof ImageView>

export const ImageListView = z.object({
  images: z.array(ImageView),
  first: z.string(),
  /** Absent on the last page. */
  next: z.string().optional(),
  schema: z.string(),
})
export type ImageListView = z.infer<typeof ImageListView>

/** The stores that a download shall try first, by their ids. */
export const ImageFileParameters = z.looseObject({
  prefer: z
    .string()
    .transform((ids) => ids.split(',').map((id) => id.trim()))
    .optional(),
})
