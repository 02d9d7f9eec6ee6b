export const imageStatuses = [
  'queued',
  'saving',
  'active',
  'killed',
  'deleted',
  'uploading',
  'importing',
  'pending_delete',
  'deactivated',
] as const
export type ImageStatus = (typeof imageStatuses)[number]

export const visibilities = ['community', 'public', 'private', 'shared'] as const
export type Visibility = (typeof visibilities)[number]

/** What the database's columns hold, in characters. */
export const longestName = 255

type JsonType = 'null' | 'string' | 'integer' | 'boolean' | 'array' | 'object'

/** The part of JSON Schema that image fields are described in; the schema documents and the checks are both made from it. */
export interface FieldSchema {
  type?: JsonType | readonly JsonType[]
  description?: string
  enum?: readonly (string | null)[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: FieldSchema
  properties?: Record<string, FieldSchema>
  required?: readonly string[]
  additionalProperties?: boolean
  readOnly?: boolean
  writeOnly?: boolean
  /** False for a property that is known by name but kept among the custom ones. */
  is_base?: boolean
}

/** The values that the operator allows, as in `[image_format]`. */
export interface ImageFormats {
  disk_formats: readonly string[]
  container_formats: readonly string[]
  /** The operator's own, in place of the properties that are known by name. */
  site?: SiteProperties | undefined
}

/** The properties of an operator's `schema-image.json`. */
export interface SiteProperties {
  properties: Readonly<Record<string, FieldSchema>>
  /** What every new image must have. */
  required: readonly string[]
}

/** How an image's id is written. */
export const uuid = '^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$'

function readOnly(description: string, schema: FieldSchema): FieldSchema {
  return { description, ...schema, readOnly: true }
}

function known(description: string, schema: FieldSchema = { type: 'string' }): FieldSchema {
  return { description, ...schema, is_base: false }
}

const textOrNull = (maxLength: number): FieldSchema => ({ type: ['null', 'string'], maxLength })

const validationData: FieldSchema = {
  description: 'What the data must be: kept by a queued image, compared with what any other has',
  type: 'object',
  writeOnly: true,
  additionalProperties: false,
  required: ['os_hash_algo', 'os_hash_value'],
  properties: {
    checksum: { type: 'string', minLength: 32, maxLength: 32 },
    os_hash_algo: { type: 'string', maxLength: 64 },
    os_hash_value: { type: 'string', maxLength: 128 },
  },
}

const baseFields = {
  id: { type: 'string', pattern: uuid, description: 'An identifier for the image' },
  name: { ...textOrNull(longestName), description: 'Descriptive name for the image' },
  status: readOnly('Status of the image', { type: 'string', enum: imageStatuses }),
  visibility: { type: 'string', enum: visibilities, description: 'Scope of image accessibility' },
  protected: { type: 'boolean', description: 'If true, image will not be deletable.' },
  os_hidden: { type: 'boolean', description: 'If true, image will not appear in default image list response.' },
  checksum: readOnly('md5 hash of image contents.', textOrNull(32)),
  os_hash_algo: readOnly('Algorithm to calculate the os_hash_value', textOrNull(64)),
  os_hash_value: readOnly('Hexdigest of the image contents using the algorithm specified by the os_hash_algo', textOrNull(128)),
  owner: { ...textOrNull(longestName), description: 'Owner of the image' },
  size: readOnly('Size of image file in bytes', { type: ['null', 'integer'] }),
  virtual_size: readOnly('Virtual size of image in bytes', { type: ['null', 'integer'] }),
  created_at: readOnly('Date and time of image registration', { type: 'string' }),
  updated_at: readOnly('Date and time of the last image modification', { type: 'string' }),
  tags: { type: 'array', items: { type: 'string', maxLength: longestName }, description: 'List of strings related to the image' },
  direct_url: readOnly('URL to access the image file kept in external store', { type: 'string' }),
  min_ram: { type: 'integer', description: 'Amount of ram (in MB) required to boot image.' },
  min_disk: { type: 'integer', description: 'Amount of disk space (in GB) required to boot image.' },
  self: readOnly('An image self url', { type: 'string' }),
  file: readOnly('An image file url', { type: 'string' }),
  stores: readOnly('Store in which image data resides.', { type: 'string' }),
  schema: readOnly('An image schema url', { type: 'string' }),
  locations: {
    type: 'array',
    description: 'A set of URLs to access the image file kept in external store',
    items: {
      type: 'object',
      required: ['url', 'metadata'],
      properties: { url: { type: 'string', maxLength: 255 }, metadata: { type: 'object' }, validation_data: validationData },
    },
  },
} as const satisfies Record<string, FieldSchema>

const knownProperties: Record<string, FieldSchema> = {
  kernel_id: known('ID of image stored in Glance that should be used as the kernel when booting an AMI-style image.', {
    type: ['null', 'string'],
    pattern: uuid,
  }),
  ramdisk_id: known('ID of image stored in Glance that should be used as the ramdisk when booting an AMI-style image.', {
    type: ['null', 'string'],
    pattern: uuid,
  }),
  architecture: known('Operating system architecture'),
  os_distro: known('Common name of operating system distribution'),
  os_version: known('Operating system version as specified by the distributor.'),
  description: known('A human-readable string describing this image.'),
  instance_uuid: known('The server from which this image was created.'),
  cinder_encryption_key_id: known('Identifier in the OpenStack Key Management Service for the encryption key of the volume'),
  cinder_encryption_key_deletion_policy: known('States the condition under which the encryption key should be deleted', {
    type: 'string',
    enum: ['on_image_deletion', 'do_not_delete'],
  }),
}

/** An operator's properties, marked as what they are: kept among the custom ones. */
export function siteProperties(properties: Readonly<Record<string, object>>, required: readonly string[]): SiteProperties {
  const marked = Object.entries(properties).map(([name, schema]) => [name, { ...schema, is_base: false }])
  return { properties: Object.fromEntries(marked), required }
}

export type BaseField = keyof typeof baseFields | 'disk_format' | 'container_format'

/** Every named field of an image, with the operator's formats. What is not named here is a custom property: a string. */
export function imageFields({ disk_formats, container_formats, site }: ImageFormats): Record<string, FieldSchema> {
  const format = (description: string, formats: readonly string[]): FieldSchema => ({
    type: ['null', 'string'],
    enum: [null, ...formats],
    description,
  })
  return {
    ...(site?.properties ?? knownProperties),
    ...baseFields,
    container_format: format('Format of the container', container_formats),
    disk_format: format('Format of the disk', disk_formats),
  }
}

/** What fits the integer columns. The schema document leaves it to the service, as Glance's does, so that clients send it. */
const columnRange = { minimum: 0, maximum: 2147483647 }

/** Every named field of an image with all that its value has to be. */
export function imageInputFields(formats: ImageFormats): Record<string, FieldSchema> {
  const { min_ram, min_disk, ...fields } = imageFields(formats)
  return { ...fields, min_ram: { ...min_ram, ...columnRange }, min_disk: { ...min_disk, ...columnRange } }
}

/** Whether a name belongs to the image itself and not to its custom properties. */
export function isBaseField(name: string): name is BaseField {
  return Object.hasOwn(baseFields, name) || name === 'disk_format' || name === 'container_format'
}

/** Names that no client may write. `locations` has rules of its own in PATCH. */
export function isReserved(name: string): boolean {
  if (name === 'id') return false
  const field: FieldSchema | undefined = Object.hasOwn(baseFields, name) ? baseFields[name as keyof typeof baseFields] : undefined
  return field?.readOnly === true || ['location', 'deleted', 'deleted_at'].includes(name) || name.startsWith('os_glance')
}
