'use client'

import { useTranslations } from 'use-intl'
import { ImageLink } from '@/components/admin/image-link'
import { useImageName } from '@/components/images/image-name'
import { Bytes } from '@/components/ui/bytes'
import { type Column, DataTable, type Order } from '@/components/ui/data-table'
import type { SortKey } from '@/lib/client/image-search'
import { type ImageView, storesOf } from '@/lib/client/image-view'
import { storesToCome } from '@/lib/client/stores'
import type { StoreOverviewView } from '@/lib/contract/store-overview'
import { StoreCopy } from './store-copy'

interface Props {
  images: readonly ImageView[] | undefined
  stores: readonly StoreOverviewView[]
  chosen: readonly ImageView[]
  onChoose(images: ImageView[]): void
  dimmed: boolean
  order: Order<SortKey>
  onOrder(order: Order<SortKey>): void
}

/** A row for each image, with the stores that have its data. */
export function StoreCopiesTable({ images, stores, chosen, onChoose, ...table }: Props) {
  const t = useTranslations('adminStores')
  const nameOf = useImageName()
  const isChosen = ({ id }: ImageView) => chosen.some((image) => image.id === id)
  const others = (images ?? []).filter((image) => !isChosen(image))
  const toggle = (image: ImageView) => onChoose(isChosen(image) ? chosen.filter(({ id }) => id !== image.id) : [...chosen, image])
  const columns: Column<ImageView, SortKey>[] = [
    {
      name: 'chosen',
      heading: (
        <label className="inline-flex size-7 items-center justify-center">
          <input
            type="checkbox"
            aria-label={t('chooseAll')}
            className="size-4 accent-primary"
            checked={images !== undefined && images.length > 0 && others.length === 0}
            ref={(box) => {
              if (box) box.indeterminate = others.length > 0 && others.length < (images?.length ?? 0)
            }}
            onChange={() => onChoose(others.length > 0 ? [...chosen, ...others] : [])}
          />
        </label>
      ),
      className: 'w-13 py-0!',
      cell: (image) => (
        <label className="inline-flex size-7 items-center justify-center">
          <input
            type="checkbox"
            aria-label={t('choose', { name: nameOf(image) })}
            className="size-4 accent-primary"
            checked={isChosen(image)}
            onChange={() => toggle(image)}
          />
        </label>
      ),
    },
    { name: 'name', heading: t('column.name'), sort: 'name', cell: (image) => <ImageLink id={image.id} name={image.name} /> },
    {
      name: 'size',
      heading: t('column.size'),
      ...{ sort: 'size', first: 'desc' },
      number: true,
      className: 'hidden w-28 sm:table-cell',
      cell: ({ size }) => (size === null ? '—' : <Bytes value={size} />),
    },
    {
      name: 'stores',
      heading: t('column.stores'),
      className: 'w-[44%]',
      cell: (image) => <Copies image={image} stores={stores} />,
    },
  ]
  return <DataTable label={t('copies')} columns={columns} rows={images} keyOf={({ id }) => id} {...table} twoLines />
}

function Copies({ image, stores }: { image: ImageView; stores: readonly StoreOverviewView[] }) {
  const t = useTranslations('adminStores')
  const held = storesOf(image)
  const toCome = storesToCome(image)
  const readOnly = (id: string) => stores.some((store) => store.id === id && store.read_only)
  if (held.length === 0) return <span className="text-muted">{t('inNoStore')}</span>
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {held.map((store) => (
        <li key={store}>
          <StoreCopy image={image} store={store} removable={held.length > 1 && !readOnly(store)} />
        </li>
      ))}
      {toCome.map((store) => (
        <li key={store} className="leading-6 text-progress">
          {t('copying', { store })}
        </li>
      ))}
    </ul>
  )
}
