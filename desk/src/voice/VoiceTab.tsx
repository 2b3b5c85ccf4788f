// How the bot says things: for everybody, on one channel, in one inbox; with an answer to listen to while it is written.
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askToLeave, isHeld } from '../app/leave-guard.ts'
import { Field } from '../settings/Field.tsx'
import { useInboxes } from '../settings/inboxes/inbox-data.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { VoiceEditor } from './VoiceEditor.tsx'
import { scopesOf, spokenIn, useVoices } from './voice-data.ts'
import './voice.css'

const VoiceTab = () => {
  const { t } = useTranslation()
  const voices = useVoices()
  const inboxes = useInboxes()
  const [chosen, setChosen] = useState('all')
  if (voices.error) return <Failed error={voices.error} retry={() => void voices.refetch()} />
  if (voices.isPending || inboxes.isPending) return <Loading lines={8} />
  const scopes = scopesOf(inboxes.data?.inboxes ?? [])
  const scope = scopes.find((each) => each.scope === chosen) ?? scopes[0]!
  const own = (name: string) => voices.data.voices.some((each) => each.scope === name)
  const change = (next: string) => (isHeld() ? askToLeave(() => setChosen(next)) : setChosen(next))
  return (
    <>
      <p className="muted">{t('voice.lead')}</p>
      <Field label={t('voice.where')} help={t('voice.whereHelp')}>
        {({ id }) => (
          <Select
            id={id}
            className="voice-where"
            value={scope.scope}
            options={scopes.map(({ scope: value, name }) => ({
              value,
              label: own(value) ? `${name} · ${t('voice.own')}` : name,
            }))}
            onChange={change}
          />
        )}
      </Field>
      <VoiceEditor
        key={scope.scope}
        scope={scope}
        saved={voices.data.voices.find((each) => each.scope === scope.scope) ?? null}
        spoken={spokenIn(voices.data.voices, scope)}
        nameOf={(name) => scopes.find((each) => each.scope === name)?.name ?? name}
      />
    </>
  )
}
export default VoiceTab
