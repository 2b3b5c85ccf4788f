// Who speaks and how: nickname, tone, manner, emoji, words that are never said.
import { MANNERS, TONES } from '@ballast/contract/routes/voice'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../settings/draft.ts'
import { Field, Group } from '../settings/Field.tsx'
import { IconButton } from '../ui/Button.tsx'
import type { Voice } from './voice-data.ts'

export interface VoiceProps {
  readonly draft: Draft<Voice>
  readonly readOnly: boolean
}
const MOST_WORDS = 500
const EMOJI = ['as-written', 'off', 'on'] as const

const Choice = <T extends string>(props: {
  label: string
  help: string
  value: T
  options: readonly T[]
  words: (one: T) => string
  readOnly: boolean
  set: (next: T) => void
}) => {
  const { label, help, value, options, words, readOnly, set } = props
  return (
    <Field label={label} help={help}>
      {({ id }) => (
        <Select<T>
          id={id}
          disabled={readOnly}
          value={value}
          options={options.map((one) => ({ value: one, label: words(one) }))}
          onChange={(next: T) => set(next)}
        />
      )}
    </Field>
  )
}

const Emoji = ({ draft, readOnly }: VoiceProps) => {
  const { t } = useTranslation()
  const { emoji } = draft.value
  return (
    <>
      <Choice
        label={t('voice.emoji')}
        help={t('voice.emojiHelp')}
        value={emoji.use}
        options={EMOJI}
        words={(use) => t(`voice.emojiUse.${use}`)}
        readOnly={readOnly}
        set={(use) => draft.set({ emoji: { ...emoji, use } })}
      />
      {emoji.use === 'on' && (
        <Field label={t('voice.which')} help={t('voice.whichHelp')} error={draft.at('/voice/emoji')}>
          {({ id }) => (
            <Select
              id={id}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={[' ', ',', '，']}
              maxCount={10}
              disabled={readOnly}
              value={emoji.which}
              onChange={(which: string[]) => draft.set({ emoji: { ...emoji, which } })}
            />
          )}
        </Field>
      )}
    </>
  )
}

type Word = Voice['forbidden'][number]

const WordRow = (props: { one: Word; number: number; readOnly: boolean; change: (next: Word | null) => void }) => {
  const { t } = useTranslation()
  const { one, number, readOnly, change } = props
  return (
    <li>
      <Input
        aria-label={t('voice.word', { number })}
        placeholder={t('voice.wordHint')}
        maxLength={40}
        readOnly={readOnly}
        value={one.word}
        onChange={(event) => change({ ...one, word: event.target.value })}
      />
      <span aria-hidden="true">→</span>
      <Input
        aria-label={t('voice.instead', { number })}
        placeholder={t('voice.insteadHint')}
        maxLength={60}
        readOnly={readOnly}
        value={one.instead ?? ''}
        onChange={(event) => change({ ...one, instead: event.target.value === '' ? null : event.target.value })}
      />
      {!readOnly && <IconButton icon="close" label={t('voice.wordOff', { number })} onClick={() => change(null)} />}
    </li>
  )
}

const Forbidden = ({ draft, readOnly }: VoiceProps) => {
  const { t } = useTranslation()
  const { forbidden } = draft.value
  const change = (at: number, next: Word | null) =>
    draft.set({
      forbidden: forbidden.flatMap((one, other) => (other !== at ? [one] : next === null ? [] : [next])),
    })
  return (
    <Group label={t('voice.forbidden')} help={t('voice.forbiddenHelp')} error={draft.at('/voice/forbidden')}>
      <ul className="row-list">
        {forbidden.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and their inputs are controlled.
          <WordRow key={at} one={one} number={at + 1} readOnly={readOnly} change={(next) => change(at, next)} />
        ))}
      </ul>
      {!readOnly && forbidden.length < MOST_WORDS && (
        <Button onClick={() => draft.set({ forbidden: [...forbidden, { word: '', instead: null }] })}>
          {t('voice.addWord')}
        </Button>
      )}
    </Group>
  )
}

export const VoiceFields = (props: VoiceProps) => {
  const { t } = useTranslation()
  const { draft, readOnly } = props
  return (
    <section className="sheet padded kb-fields" aria-label={t('voice.how')}>
      <h2>{t('voice.how')}</h2>
      <Field label={t('voice.nickname')} help={t('voice.nicknameHelp')} error={draft.at('/voice/nickname')}>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            readOnly={readOnly}
            value={draft.value.nickname ?? ''}
            onChange={(event) => draft.set({ nickname: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
      <Choice
        label={t('voice.tone')}
        help={t('voice.toneHelp')}
        value={draft.value.tone}
        options={TONES}
        words={(tone) => t(`voice.toneOf.${tone}`)}
        readOnly={readOnly}
        set={(tone) => draft.set({ tone })}
      />
      <Choice
        label={t('voice.manner')}
        help={t('voice.mannerHelp')}
        value={draft.value.manner}
        options={MANNERS}
        words={(manner) => t(`voice.mannerOf.${manner}`)}
        readOnly={readOnly}
        set={(manner) => draft.set({ manner })}
      />
      <Emoji {...props} />
      <Forbidden {...props} />
    </section>
  )
}
