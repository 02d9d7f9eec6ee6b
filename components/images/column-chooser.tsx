'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/form/checkbox'
import { Button } from '@/components/ui/button'
import { imageColumns, usualColumns } from '@/lib/client/image-columns'
import { useImageColumns } from './use-image-columns'

/** Which columns the list has; the name always stays. */
export function ColumnChooser() {
  const t = useTranslations('images')
  const [chosen, choose] = useImageColumns()
  return (
    <div className="space-y-3">
      <ul className="grid grid-cols-2 gap-x-2">
        {imageColumns.map((column) => (
          <li key={column}>
            <Checkbox
              label={t(`column.${column}`)}
              checked={chosen.includes(column)}
              onChange={({ target }) =>
                choose(imageColumns.filter((other) => (other === column ? target.checked : chosen.includes(other))))
              }
            />
          </li>
        ))}
      </ul>
      <p className="text-meta text-muted">{t('columnsHint')}</p>
      <Button size="small" onClick={() => choose(usualColumns)}>
        {t('usualColumns')}
      </Button>
    </div>
  )
}
