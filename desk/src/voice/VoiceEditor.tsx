// One scope's voice: its own or the wider one's, written, heard, saved, and left to the wider one again.
import { Problem } from '@ballast/contract/problems'
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useTranslation } from 'react-i18next'
import { server, useMay } from '../app/server.ts'
import { useDraft } from '../settings/draft.ts'
import { DraftForm } from '../settings/SaveBar.tsx'
import { act } from '../ui/act.ts'
import { toast } from '../ui/toasts.tsx'
import { VoiceFields } from './VoiceFields.tsx'
import { VoiceLines } from './VoiceLines.tsx'
import { VoicePreview } from './VoicePreview.tsx'
import { keepVoice, type Scope, type ScopedVoice, sayable, type Voice, voicesChanged } from './voice-data.ts'

interface Props {
  readonly scope: Scope
  /** Its own; null: the wider one speaks. */
  readonly saved: ScopedVoice | null
  readonly spoken: { readonly voice: Voice; readonly from: string | null }
  readonly nameOf: (scope: string) => string
}

/** What came back stands in the list at once: the next saving starts from it. */
const save = async (scope: string, baseVersion: number, voice: Voice | null): Promise<true> => {
  const { voice: now } = await server.saveVoice({ params: { scope }, body: { baseVersion, voice } })
  keepVoice(scope, now)
  return true
}

/** Its own voice goes; it can be had back from the notice. */
const Leave = ({ scope, saved, wider }: { scope: Scope; saved: ScopedVoice; wider: string }) => {
  const { t } = useTranslation()
  const leave = async () => {
    if ((await act(() => save(scope.scope, saved.version, null))) === null) return
    const back = () => act(() => save(scope.scope, 0, saved.voice), t('did.undone'))
    toast(t('voice.didLeave', { name: wider }), { act: { label: t('do.undo'), run: () => void back() } })
  }
  return (
    <Popconfirm
      title={t('voice.leaveTitle')}
      description={t('voice.leaveText', { name: wider })}
      okText={t('voice.leave')}
      cancelText={t('do.cancel')}
      onConfirm={() => void leave()}
    >
      <Button>{t('voice.leave')}</Button>
    </Popconfirm>
  )
}

const Standing = ({ scope, saved, spoken, nameOf }: Props) => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  const widest = scope.wider.at(-1)
  const wider = widest === undefined ? t('voice.plain') : nameOf(widest)
  const from = spoken.from === null ? t('voice.plain') : nameOf(spoken.from)
  return (
    <div className="kb-line-top">
      <span className="muted">{saved === null ? t('voice.spokenBy', { name: from }) : t('voice.spokenOwn')}</span>
      {saved !== null && writes && <Leave scope={scope} saved={saved} wider={wider} />}
    </div>
  )
}

export const VoiceEditor = (props: Props) => {
  const { t } = useTranslation()
  const { scope, saved, spoken } = props
  const readOnly = !useMay('knowledge.write')
  const draft = useDraft<Voice>(spoken.voice, async (voice) => {
    try {
      await save(scope.scope, saved?.version ?? 0, sayable(voice))
    } catch (error) {
      // The newer one is read: what was written here stands above it, to be looked at and saved again.
      if (error instanceof Problem && error.code === 'voice.changed') voicesChanged()
      throw error
    }
  })
  return (
    <DraftForm label={scope.name} draft={draft}>
      <Standing {...props} />
      {draft.refusal !== null && (
        <p className="set-wrong" role="alert">
          {draft.refusal.text}
        </p>
      )}
      <div className="voice-halves">
        <div className="voice-fields">
          <VoiceFields draft={draft} readOnly={readOnly} />
          <VoiceLines draft={draft} readOnly={readOnly} />
        </div>
        <VoicePreview voice={draft.value} label={t('voice.preview')} />
      </div>
    </DraftForm>
  )
}
