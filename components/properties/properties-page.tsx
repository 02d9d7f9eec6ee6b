'use client'

import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { BackToImage } from '@/components/images/back-to-image'
import { useImageName } from '@/components/images/image-name'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { PageHeader } from '@/components/layout/page-header'
import { useSignedIn } from '@/components/layout/session'
import { Button } from '@/components/ui/button'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { RefusableButton } from '@/components/ui/refusable-button'
import { Skeleton } from '@/components/ui/skeleton'
import { imageQueries } from '@/lib/client/image-queries'
import type { ImageView } from '@/lib/client/image-view'
import { firstValue } from '@/lib/client/properties/property-control'
import { AddProperties } from './add-properties'
import { Catalogue } from './catalogue'
import { Lockable } from './lockable'
import { OwnProperties } from './own-properties'
import { controlId } from './property-row'
import { ReviewSheet } from './review-sheet'
import { TagEditor } from './tag-editor'
import { useDefinitionPicks } from './use-definition-picks'
import { type PropertyEditor, usePropertyEditor } from './use-property-editor'
import { usePropertyJson } from './use-property-json'

/** Where an image's own properties and tags are edited, with what the metadata definitions say of them. */
export function PropertiesPage({ imageId }: { imageId: string }) {
  const t = useTranslations()
  const { project } = useSignedIn()
  const { data: image, error, refetch } = useQuery(imageQueries.one(imageId, project.id))
  return (
    <>
      <BackToImage imageId={imageId} />
      {!image && <PageHeader title={t('properties.heading')} />}
      {error && (
        <div className="mb-4">
          <ProblemNotice error={error} onRetry={refetch} stale={image !== undefined} />
        </div>
      )}
      {image && <Editor image={image} />}
      {!image && !error && (
        <div role="status" aria-label={t('image.loading')}>
          <Skeleton className="h-72 w-full" />
        </div>
      )}
    </>
  )
}

function Editor({ image }: { image: ImageView }) {
  const t = useTranslations('properties')
  const editor = usePropertyEditor(image)
  const json = usePropertyJson(editor)
  const picks = useDefinitionPicks()
  const broken = json.misfits.length > 0
  const refusal = useImageRefusal('modify_image', image)
  const taken = new Set(Object.keys(editor.after.properties))
  const reasonId = useId()
  const lock = refusal ? reasonId : undefined
  return (
    <>
      <Head image={image} editor={editor} broken={broken} />
      {refusal && (
        <div id={reasonId} className="mb-4">
          <Notice tone="neutral" title={t('readOnlyTitle')}>
            <p>{refusal.text}</p>
          </Notice>
        </div>
      )}
      <LeaveGuard active={editor.count > 0 || broken} />
      <div className="grid items-start gap-4 lg:grid-cols-[320px_minmax(0,720px)]">
        <div className="min-w-0 space-y-4 lg:order-last">
          <OwnProperties {...{ editor, json, picks, lock }} />
          <Lockable lock={lock}>
            <AddProperties taken={taken} onAdd={editor.setAll} />
          </Lockable>
          <Lockable lock={lock}>
            <TagEditor editor={editor} />
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
    </>
  )
}

/** The control stands there only after the next rendering. */
function focusSoon(id: string) {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

interface HeadProps {
  image: ImageView
  editor: PropertyEditor
  /** The JSON of the properties cannot be read, so that nobody knows what is wanted. */
  broken: boolean
}

function Head({ image, editor, broken }: HeadProps) {
  const t = useTranslations('properties')
  const name = useImageName()(image)
  const refusal = useImageRefusal('modify_image', image)
  const stateId = useId()
  const [reviewing, setReviewing] = useState(false)
  const label = (
    <>
      <ListChecks size={16} aria-hidden />
      {broken ? t('json.blocked') : t('review', { count: editor.count })}
    </>
  )
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{t('title', { name })}</span>}
        lead={t('lead')}
        actions={
          refusal ? (
            <RefusableButton refusal={refusal} variant="primary">
              {label}
            </RefusableButton>
          ) : (
            <>
              <Button
                variant="primary"
                disabled={editor.count === 0 || broken}
                aria-describedby={stateId}
                onClick={() => setReviewing(true)}
              >
                {label}
              </Button>
              <span id={stateId} className="sr-only">
                {broken ? t('json.brokenTitle') : editor.count === 0 && t('nothingChanged')}
              </span>
            </>
          )
        }
      />
      {reviewing && <ReviewSheet imageId={image.id} editor={editor} onClose={() => setReviewing(false)} />}
    </>
  )
}
