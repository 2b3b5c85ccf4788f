// Questions that a customer taps instead of typing the first message.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/Button.tsx'
import { Group } from '../Field.tsx'
import { MOST_STARTERS } from './look-draft.ts'

interface Props {
  starters: readonly string[]
  set: (starters: readonly string[]) => void
  at: (pointer: string) => string | undefined
}

export const Starters = ({ starters, set, at }: Props) => {
  const { t } = useTranslation()
  const change = (index: number, text: string) => set(starters.map((each, other) => (other === index ? text : each)))
  return (
    <Group label={t('inboxes.look.starters')} help={t('inboxes.look.startersHelp')} error={at('/look/starters')}>
      <ol className="row-list">
        {starters.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and their inputs are controlled.
          <li key={index}>
            <Input
              aria-label={t('inboxes.look.starter', { number: index + 1 })}
              maxLength={80}
              status={at(`/look/starters/${index}`) === undefined ? '' : 'error'}
              value={text}
              onChange={(event) => change(index, event.target.value)}
            />
            <IconButton
              icon="close"
              label={t('inboxes.look.removeStarter', { number: index + 1 })}
              onClick={() => set(starters.filter((_, other) => other !== index))}
            />
          </li>
        ))}
      </ol>
      {starters.length < MOST_STARTERS && (
        <Button onClick={() => set([...starters, ''])}>{t('inboxes.look.addStarter')}</Button>
      )}
    </Group>
  )
}
