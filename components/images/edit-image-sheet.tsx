'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { ConflictView } from '@/components/properties/conflict-view'
import { useConflictPicks } from '@/components/properties/use-conflict-picks'
import { usePropertyEditor } from '@/components/properties/use-property-editor'
import { useSave } from '@/components/properties/use-save'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Sheet } from '@/components/ui/sheet'
import { SheetCancel } from '@/components/ui/sheet-cancel'
import type { ImageView } from '@/lib/client/image-view'
import { editedOwnFields, type OwnField, ownFieldMisfits } from '@/lib/client/own-fields'
import { useImageName } from './image-name'
import { OwnFieldControls } from './own-field-controls'

interface Props {
  image: ImageView
  onClose(): void
}

/** Edits what every image has; only what differs is sent. */
export function EditImageSheet({ image, onClose }: Props) {
  const t = useTranslations()
  const name = useImageName()(image)
  const editor = usePropertyEditor(image, editedOwnFields)
  const { save, conflicts } = useSave({ imageId: image.id, editor, kind: editedOwnFields, onSaved: onClose })
  const { chosen, undecided, choose } = useConflictPicks(editor, conflicts)
  const labelOf = (field: string) => t(`imageEdit.field.${field as OwnField}`)
  const misfits = ownFieldMisfits(editor.after)
  const ready = !save.isPending && undecided.length === 0 && misfits.length === 0 && (editor.count > 0 || conflicts.length > 0)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('imageEdit.title', { name })}
      lead={t('imageEdit.lead')}
      unsaved={editor.count > 0}
      footer={
        <>
          <SheetCancel />
          <Button variant="primary" disabled={!ready} onClick={() => save.mutate()}>
            {save.isPending ? t('properties.saving') : t('imageEdit.save', { count: editor.count })}
          </Button>
        </>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) save.mutate()
        }}
      >
        {save.error && <ProblemNotice error={save.error} />}
        {conflicts.length > 0 && <ConflictView conflicts={conflicts} chosen={chosen} labelOf={labelOf} onChoose={choose} />}
        <OwnFieldControls image={image} editor={editor} misfits={misfits} />
        <Elsewhere imageId={image.id} />
        <button type="submit" hidden />
      </form>
    </Sheet>
  )
}

/** Where the rest of an image is edited. */
function Elsewhere({ imageId }: { imageId: string }) {
  const t = useTranslations('imageEdit')
  const page = `/images/${encodeURIComponent(imageId)}`
  return (
    <p className="flex flex-wrap gap-x-4 border-hairline border-t pt-4 text-table">
      <Link href={`${page}/properties`} className="min-h-6 rounded-control text-primary underline">
        {t('toProperties')}
      </Link>
      <Link href={`${page}/sharing`} className="min-h-6 rounded-control text-primary underline">
        {t('toSharing')}
      </Link>
    </p>
  )
}
