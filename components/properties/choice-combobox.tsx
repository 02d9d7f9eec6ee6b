'use client'

import { Combobox } from '@base-ui/react/combobox'
import { clsx } from 'clsx'
import { Check, ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { controlClass, describedBy } from '@/components/form/field'
import { ComboboxItem } from '@/components/ui/combobox-item'

interface Props {
  id: string
  /** Its name, which assistive technology cannot read from outside while the list is open. */
  label: string
  value: string
  /** Nothing is chosen yet as long as it is empty. */
  open: boolean
  choices: readonly string[]
  onChange(value: string): void
}

/** One of many values, found by typing a part of it. A value that the definition does not know stays among them. */
export function ChoiceCombobox({ id, label, value, open, choices, onChange }: Props) {
  const t = useTranslations('properties')
  const items = choices.includes(value) || (open && value === '') ? choices : [value, ...choices]
  const said = (item: string) => (choices.includes(item) ? item : t('unknownChoice', { value: item || t('empty') }))
  return (
    <Combobox.Root<string>
      items={items}
      value={open && value === '' ? null : value}
      itemToStringLabel={said}
      onValueChange={(chosen) => chosen !== null && onChange(chosen)}
      autoHighlight
    >
      <span className="relative block">
        <Combobox.Input
          id={id}
          aria-label={label}
          aria-describedby={describedBy(id)}
          aria-required={open}
          placeholder={open ? t('choose') : undefined}
          autoComplete="off"
          spellCheck={false}
          className={clsx(controlClass, 'pr-9')}
        />
        <Combobox.Trigger
          aria-label={t('showChoices', { name: label })}
          className="absolute inset-y-0 right-0 flex w-8 items-center justify-center rounded-control text-muted disabled:opacity-60"
        >
          <ChevronsUpDown size={14} aria-hidden />
        </Combobox.Trigger>
      </span>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-60">
          <Combobox.Popup className="w-(--anchor-width) rounded-card border border-hairline bg-surface shadow-overlay outline-none">
            <Combobox.Empty className="px-3 py-2 text-muted text-table empty:hidden">{t('noChoice')}</Combobox.Empty>
            <Combobox.List className="max-h-60 overflow-y-auto p-1 empty:hidden">
              {(item: string) => (
                <ComboboxItem key={item} value={item}>
                  <span className="min-w-0 flex-1 wrap-anywhere">{said(item)}</span>
                  <Combobox.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </Combobox.ItemIndicator>
                </ComboboxItem>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
