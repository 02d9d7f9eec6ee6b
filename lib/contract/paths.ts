/** Links of the Image API. Always relative and always below `/v2`, whichever minor version was asked for. */
export const paths = {
  images: () => '/v2/images',
  image: (id: string) => `/v2/images/${id}`,
  imageFile: (id: string) => `/v2/images/${id}/file`,
  schema: (name: string) => `/v2/schemas/${name}`,
} as const
