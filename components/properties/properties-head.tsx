'use client'

import { ListChecks } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useImageName } from '@/components/images/image-name'
import { useImageRefusal } from '@/components/images/use-image-refusal'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { RefusableButton } from '@/components/ui/refusable-button'
import type { ImageView } from '@/lib/client/image-view'
import { changesBetween } from '@/lib/client/properties/property-changes'
import { lacksValue } from '@/lib/client/properties/property-control'
import { draftId } from './add-properties'
import { focusSoon } from './focus-soon'
import { controlId } from './property-row'
import { ReviewSheet } from './review-sheet'
import type { DefinitionPicks } from './use-definition-picks'
import type { Drafts } from './use-drafts'
import type { PropertyEditor } from './use-property-editor'
import { usePropertyView } from './view-switch'

interface Props {
  image: ImageView
  editor: PropertyEditor
  drafts: Drafts
  picks: DefinitionPicks
  /** The JSON of the properties cannot be read, so that nobody knows what is wanted. */
  broken: boolean
}

/** Whose properties these are, and the way to save what has been changed. */
export function PropertiesHead({ image, editor, drafts, picks, broken }: Props) {
  const t = useTranslations('properties')
  const name = useImageName()(image)
  const refusal = useImageRefusal('modify_image', image)
  const stateId = useId()
  const [, setView] = usePropertyView()
  const [reviewing, setReviewing] = useState(false)
  const nothing = drafts.count === 0 && !drafts.any
  const review = () => {
    const misfit = drafts.takeIn()
    if (misfit) focusSoon(draftId(misfit))
    else setReviewing(true)
  }
  const goTo = (property: string) => {
    setReviewing(false)
    void setView('form')
    focusSoon(controlId(property))
  }
  const missing = changesBetween(editor.before, editor.after).filter((change) => lacksValue(picks.of(change.name).schema, change))
  const label = (
    <>
      <ListChecks size={16} aria-hidden />
      {broken ? t('json.blocked') : t('review', { count: drafts.count })}
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
              <Button variant="primary" disabled={nothing || broken} aria-describedby={stateId} onClick={review}>
                {label}
              </Button>
              <span id={stateId} className="sr-only">
                {broken ? t('json.brokenTitle') : nothing && t('nothingChanged')}
              </span>
            </>
          )
        }
      />
      {reviewing && (
        <ReviewSheet
          imageId={image.id}
          editor={editor}
          picks={picks}
          missing={missing.map((change) => change.name)}
          onGoTo={goTo}
          onClose={() => setReviewing(false)}
        />
      )}
    </>
  )
}
