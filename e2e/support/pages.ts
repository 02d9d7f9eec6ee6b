import type { Page } from '@playwright/test'
import type { Cloud } from './cloud'
import { fillWithImages, fillWithShares } from './images'

/** Something to see on every page; answers every page of the dashboard by a short name. */
export async function fillEveryPage(cloud: Cloud, folder: string) {
  await cloud.deleteImages()
  // Nothing in them where a line could end; the first, since lists begin with the newest.
  const unbroken = {
    name: `golden-${'x'.repeat(180)}`,
    [`key_${'k'.repeat(80)}`]: 'v',
    homepage: `https://host/${'path/'.repeat(60)}`,
  }
  const { id: unbrokenId } = await cloud.createImage({ ...unbroken, tags: ['t'.repeat(120)] })
  const { debianId } = await fillWithImages(cloud, folder)
  await fillWithShares(cloud, folder, debianId)
  return {
    images: '/images',
    'images-all': '/images?tab=all',
    'images-shared': '/images?tab=shared',
    'images-no-match': '/images?name=nobody',
    image: `/images/${debianId}`,
    'image-unbroken': `/images/${unbrokenId}`,
    properties: `/images/${debianId}/properties`,
    'properties-json': `/images/${debianId}/properties?view=json`,
    sharing: `/images/${debianId}/sharing`,
    activity: `/images/${debianId}/activity`,
    'image-new': '/images/new',
    'image-from-url': '/images/new?from=url',
    compare: `/images/compare?a=${debianId}&b=${unbrokenId}`,
    'compare-one': `/images/compare?a=${debianId}`,
    'image-missing': '/images/nothing',
    'sharing-missing': '/images/nothing/sharing',
    shares: '/shares',
    'shares-rejected': '/shares?status=rejected',
    uploads: '/uploads',
    metadefs: '/metadefs',
    'metadefs-no-match': '/metadefs?name=nobody',
    namespace: '/metadefs/OS%3A%3ACompute%3A%3AWatchdog',
    'namespace-types': '/metadefs/OS%3A%3ACompute%3A%3AWatchdog?tab=resource_types',
    'namespace-json': '/metadefs/OS%3A%3ACompute%3A%3AWatchdog?tab=json',
    'namespace-missing': '/metadefs/nothing',
    diagnostics: '/diagnostics',
    'admin-images': '/admin/images',
    'admin-stores': '/admin/stores',
    'admin-tasks': '/admin/tasks',
    'admin-cache': '/admin/cache',
    'admin-quotas': '/admin/quotas',
    'admin-services': '/admin/services',
    'admin-policy': '/admin/policy',
    'admin-identity': '/admin/identity',
    'admin-audit': '/admin/audit',
  }
}

/** Opens a page and waits until what it asked for has come. */
export async function openSettled(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
}

/** Short names and paths. */
export type DashboardPages = Awaited<ReturnType<typeof fillEveryPage>>
