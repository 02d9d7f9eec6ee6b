/** A store as `GET /api/stores` shows it to whoever runs the service. Sizes are bytes. */
export interface StoreOverviewView {
  id: string
  type: string
  description: string | null
  default: boolean
  weight: number
  /** It can be read, but not written. */
  read_only: boolean
  /** Whether it works just now; null where only reading an image would tell. */
  reachable: boolean | null
  /** Why it does not. */
  problem: string | null
  /** The file system's, where the store has one; other files in it count as used. */
  capacity: { total: number; free: number } | null
  /** Copies of images that it holds, and what those take. */
  images: number
  bytes: number
}

/** `GET /api/stores`. */
export interface StoreOverviewListView {
  /** In the order of the configuration. */
  stores: StoreOverviewView[]
  /** Whether clients can name stores (`enabled_backends`), and so copy between them. */
  several: boolean
  /** What lies where no configured store knows. */
  elsewhere: { images: number; bytes: number }
  /** When images and bytes were counted, which takes long where there are many; ISO 8601. */
  counted_at: string
}
