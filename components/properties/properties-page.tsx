'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { BackToImage } from '@/components/images/back-to-image'
import { NoSuchImage } from '@/components/images/no-such-image'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { useTextsUnderWay } from '@/components/metadefs/use-definition-text'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { QueryProblem } from '@/components/ui/loaded'
import { LoadingBlock } from '@/components/ui/loading-block'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { SkeletonCard } from '@/components/ui/skeleton-card'
import { useOnce } from '@/components/ui/use-once'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { isNotThere } from '@/lib/client/not-there'
import { definitionsQuery } from '@/lib/client/properties/definitions'
import { firstValue } from '@/lib/client/properties/property-control'
import { AddProperties } from './add-properties'
import { Catalogue } from './catalogue'
import { focusSoon } from './focus-soon'
import { Lockable } from './lockable'
import { OwnProperties } from './own-properties'
import { PropertiesHead } from './properties-head'
import { controlId } from './property-row'
import { TagEditor } from './tag-editor'
import { useDefinitionPicks } from './use-definition-picks'
import { useDrafts } from './use-drafts'
import { usePropertyEditor } from './use-property-editor'
import { usePropertyJson } from './use-property-json'

/** Where an image's own properties and tags are edited, with what the metadata definitions say of them. */
export function PropertiesPage({ imageId }: { imageId: string }) {
  const t = useTranslations('properties')
  const { project } = useSignedIn()
  const query = useQuery(imageQueries.one(imageId, project.id))
  const definitions = useQuery(definitionsQuery(project.id))
  // They say what control each property has, and would change it under somebody's hands.
  const textsUnderWay = useTextsUnderWay()
  const undefinedYet = textsUnderWay || (definitions.isPending && definitions.failureCount === 0)
  const { data: image, error } = query
  // Texts of another language come later: they take nothing away that is being written.
  const opened = useOnce(image !== undefined && !undefinedYet)
  // An image that goes while it is edited leaves on the page what was written.
  if (!image && isNotThere(error)) return <NoSuchImage imageId={imageId} error={error} />
  return (
    <>
      <BackToImage imageId={imageId} />
      {!image && error && <PageHeader title={t('heading')} />}
      <QueryProblem query={query} />
      {image && opened && <Editor image={image} />}
      {!(image && opened) && (image || !error) && <Loading />}
    </>
  )
}

function Loading() {
  const t = useTranslations()
  return (
    <LoadingBlock label={t('image.loading')}>
      <PageHeader title={t('properties.heading')} lead={t('properties.lead')} actions={<Skeleton className="h-8 w-40" />} />
      <div className="grid items-start gap-4 lg:grid-cols-[320px_minmax(0,720px)]">
        <SkeletonCard head lines={22} className="lg:order-last" />
        <SkeletonCard head lines={22} />
      </div>
    </LoadingBlock>
  )
}

function Editor({ image }: { image: ImageView }) {
  const t = useTranslations('properties')
  const editor = usePropertyEditor(image)
  const drafts = useDrafts(editor)
  const json = usePropertyJson(editor)
  const picks = useDefinitionPicks()
  const broken = json.misfits.length > 0
  const refusal = useImageRefusal('modify_image', image)
  const taken = new Set(Object.keys(editor.after.properties))
  const reasonId = useId()
  const lock = refusal ? reasonId : undefined
  return (
    <div className="max-w-264">
      <PropertiesHead {...{ image, editor, drafts, picks, broken }} />
      {refusal && (
        <div id={reasonId} className="mb-4">
          <Notice tone="neutral" title={t('readOnlyTitle')}>
            <p>{refusal.text}</p>
          </Notice>
        </div>
      )}
      <LeaveGuard active={editor.count > 0 || drafts.any || broken} />
      <div className="grid items-start gap-4 lg:grid-cols-[320px_minmax(0,720px)]">
        <div className="min-w-0 space-y-4 lg:order-last">
          <OwnProperties {...{ editor, drafts, json, picks, lock }} />
          <Lockable lock={lock}>
            <AddProperties taken={taken} drafts={drafts} onAdd={editor.setAll} />
          </Lockable>
          <Lockable lock={lock}>
            <TagEditor editor={editor} drafts={drafts} />
          </Lockable>
        </div>
        <Catalogue
          taken={taken}
          disabled={refusal !== null}
          onAdd={({ name, schema }, namespace) => {
            picks.pick(name, namespace)
            editor.set(name, firstValue(schema))
            focusSoon(controlId(name))
          }}
        />
      </div>
    </div>
  )
}
