// Finds a thing by a piece of its name, to link to it or to merge with it.
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../use-settled.ts'
import { useFound } from './things.ts'

interface PickerProps {
  readonly label: string
  readonly but: string
  readonly value: string | null
  readonly choose: (id: string | null) => void
}
export const ThingPicker = ({ label, but, value, choose }: PickerProps) => {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const found = useFound(useSettled(text.trim()))
  const options = (found.data?.nodes ?? [])
    .filter(({ id }) => id !== but)
    .map((node) => ({ value: node.id, label: `${node.label} · ${t(`structure.kind.${node.kind}`)}` }))
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={found.isFetching ? t('loading') : t('structure.noThing')}
      value={value}
      options={options}
      onChange={(id) => choose(id ?? null)}
    />
  )
}
