'use client'

import { Menu } from '@base-ui/react/menu'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, FilePlus, Globe, Upload } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { MenuItem, MenuLink, MenuPopup } from '@/components/ui/menu'
import { useUploads } from '@/components/uploads/upload-provider'
import { importMethodsQuery } from '@/lib/client/stores'

/** Every way to a new image that this cloud offers; opens as soon as it is there. */
export function WaysMenu({ triggerClass }: { triggerClass: string }) {
  const t = useTranslations('newImage')
  const { choose } = useUploads()
  const { data: methods } = useQuery(importMethodsQuery)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.click(), [])
  return (
    <Menu.Root>
      <Menu.Trigger ref={button} aria-label={t('moreWays')} className={triggerClass}>
        <ChevronDown size={16} aria-hidden />
      </Menu.Trigger>
      <MenuPopup>
        <MenuItem onClick={() => choose()}>
          <Upload size={16} aria-hidden />
          {t('uploadFile')}
        </MenuItem>
        <MenuLink render={<Link href="/images/new" />}>
          <FilePlus size={16} aria-hidden />
          {t('asPage')}
        </MenuLink>
        {methods?.includes('web-download') && (
          <MenuLink render={<Link href="/images/new?from=url" />}>
            <Globe size={16} aria-hidden />
            {t('fromUrl')}
          </MenuLink>
        )}
      </MenuPopup>
    </Menu.Root>
  )
}
