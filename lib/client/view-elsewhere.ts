import { isImageId } from './image-id'

/** What of a view makes sense in one project alone. */
const ownParameters = ['owner', 'after', 'passed']

/** Where the list stands once another project is worked in: the same view, without the images and owners of the one before. */
export function viewElsewhere({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  if (pathname !== '/images') return '/images'
  const query = new URLSearchParams(search)
  for (const name of ownParameters) query.delete(name)
  const names = query.getAll('name').filter((name) => !isImageId(name))
  query.delete('name')
  for (const name of names) query.append('name', name)
  return query.size > 0 ? `/images?${query}` : '/images'
}
