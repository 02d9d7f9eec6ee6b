'use client'

import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import { clientSettingsQuery } from '@/lib/client/client-settings'
import { useSignedIn } from './session'

const freshMs = 300_000

/** Which region this service is, and the way to the dashboards of the others; in a menu. Nothing until Keystone has said it. */
export function RegionNote() {
  const t = useTranslations('user')
  const { project } = useSignedIn()
  const { data } = useQuery({ ...clientSettingsQuery(project.id), staleTime: freshMs })
  if (!data?.region_name) return null
  return (
    <>
      <p className="px-2 py-1.5 text-table">
        <span className="block text-meta text-muted">{t('region')}</span>
        {data.region_name}
      </p>
      {data.other_regions.map(({ region_name: name, url, dashboard }) =>
        dashboard ? (
          <MenuItem key={name} render={<a href={`${url}/images`} target="_blank" rel="noreferrer" />}>
            <ExternalLink size={16} aria-hidden />
            {t('otherRegion', { name })}
          </MenuItem>
        ) : (
          <p key={name} className="px-2 py-1 text-meta text-muted">
            {t('regionWithoutDashboard', { name })} <code className="break-all font-mono">{url}</code>
          </p>
        ),
      )}
      <MenuSeparator />
    </>
  )
}
