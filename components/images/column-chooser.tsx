'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { imageColumns, usualColumns } from '@/lib/client/image-columns'
import { useImageColumns } from './use-image-columns'
import { useImageSearch } from './use-image-search'

/** Which columns the list has; the name always stays. */
export function ColumnChooser() {
  const t = useTranslations('images')
  const note = useId()
  const { project } = useSignedIn()
  const { search } = useImageSearch()
  const [chosen, choose] = useImageColumns()
  const ours = search.tab === 'ours'
  return (
    <div className="space-y-3">
      <ul className="grid grid-cols-2 gap-x-2 gap-y-1">
        {imageColumns.map((column) => (
          <li key={column}>
            <Checkbox
              label={t(`column.${column}`)}
              checked={chosen.includes(column)}
              disabled={ours && column === 'owner'}
              aria-describedby={ours && column === 'owner' ? note : undefined}
              onChange={({ target }) =>
                choose(imageColumns.filter((other) => (other === column ? target.checked : chosen.includes(other))))
              }
            />
          </li>
        ))}
      </ul>
      {ours && (
        <p id={note} className="text-meta text-muted">
          {t('ownerIsOurs', { project: project.name })}
        </p>
      )}
      <p className="text-meta text-muted">{t('columnsHint')}</p>
      <Button size="small" onClick={() => choose(usualColumns)}>
        {t('usualColumns')}
      </Button>
    </div>
  )
}
