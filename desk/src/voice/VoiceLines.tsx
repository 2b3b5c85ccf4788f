// The brand's own lines: a greeting, a closing, and the scripts of the week with their times.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useTranslation } from 'react-i18next'
import { fromField, toField } from '../knowledge/standing.ts'
import { Group } from '../settings/Field.tsx'
import type { VoiceProps } from './VoiceFields.tsx'
import type { Voice } from './voice-data.ts'

const LANGUAGES = ['zh', 'en'] as const
const MOST_SCRIPTS = 50
const WEEK_MS = 7 * 86_400_000

const Line = (props: VoiceProps & { name: 'greeting' | 'closing' }) => {
  const { t } = useTranslation()
  const { draft, readOnly, name } = props
  return (
    <Group label={t(`voice.${name}`)} help={t(`voice.${name}Help`)} error={draft.at(`/voice/${name}`)}>
      {LANGUAGES.map((language) => (
        <Input.TextArea
          key={language}
          aria-label={t(`voice.${name}In`, { language: t(`voice.language.${language}`) })}
          placeholder={t(`voice.language.${language}`)}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={200}
          readOnly={readOnly}
          value={draft.value[name][language]}
          onChange={(event) => draft.set({ [name]: { ...draft.value[name], [language]: event.target.value } })}
        />
      ))}
    </Group>
  )
}

type Script = Voice['scripts'][number]

interface ScriptProps extends VoiceProps {
  readonly script: Script
  readonly at: number
  readonly change: (next: Partial<Script> | null) => void
}

const Times = ({ script, at, readOnly, change }: ScriptProps) => {
  const { t } = useTranslation()
  return (['from', 'to'] as const).map((name) => (
    <Input
      key={name}
      type="datetime-local"
      aria-label={t(`voice.script_${name}`, { number: at + 1 })}
      readOnly={readOnly}
      value={toField(script[name])}
      onChange={(event) => {
        const instant = fromField(event.target.value)
        if (instant !== null) change({ [name]: instant })
      }}
    />
  ))
}

const ScriptRow = (props: ScriptProps) => {
  const { t } = useTranslation()
  const { readOnly, script, at, change } = props
  const number = at + 1
  return (
    <li className="voice-script">
      <Input.TextArea
        aria-label={t('voice.script', { number })}
        placeholder={t('voice.scriptHint')}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={200}
        readOnly={readOnly}
        value={script.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <div className="voice-times">
        <Select
          aria-label={t('voice.scriptLanguage', { number })}
          disabled={readOnly}
          value={script.language}
          options={LANGUAGES.map((value) => ({ value, label: t(`voice.language.${value}`) }))}
          onChange={(language) => change({ language })}
        />
        <Times {...props} />
        {!readOnly && (
          <Button type="text" onClick={() => change(null)}>
            {t('voice.scriptOff', { number })}
          </Button>
        )}
      </div>
    </li>
  )
}

/** A week from now, to the minute. */
const freshScript = (language: Script['language']): Script => {
  const from = Math.floor(Date.now() / 60_000) * 60_000
  return { language, text: '', from: new Date(from).toISOString(), to: new Date(from + WEEK_MS).toISOString() }
}

const Scripts = (props: VoiceProps) => {
  const { t, i18n } = useTranslation()
  const { draft, readOnly } = props
  const { scripts } = draft.value
  const change = (at: number, next: Partial<Script> | null) =>
    draft.set({
      scripts: scripts.flatMap((one, other) => (other !== at ? [one] : next === null ? [] : [{ ...one, ...next }])),
    })
  const add = () => draft.set({ scripts: [...scripts, freshScript(i18n.language.startsWith('zh') ? 'zh' : 'en')] })
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Group label={t('voice.scripts')} help={t('voice.scriptsHelp', { zone })} error={draft.at('/voice/scripts')}>
      <ul className="row-list">
        {scripts.map((script, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and their inputs are controlled.
          <ScriptRow key={at} {...props} script={script} at={at} change={(next) => change(at, next)} />
        ))}
      </ul>
      {!readOnly && scripts.length < MOST_SCRIPTS && <Button onClick={add}>{t('voice.addScript')}</Button>}
    </Group>
  )
}

export const VoiceLines = (props: VoiceProps) => {
  const { t } = useTranslation()
  return (
    <section className="sheet padded kb-fields" aria-label={t('voice.lines')}>
      <h2>{t('voice.lines')}</h2>
      <Line {...props} name="greeting" />
      <Line {...props} name="closing" />
      <Scripts {...props} />
    </section>
  )
}
