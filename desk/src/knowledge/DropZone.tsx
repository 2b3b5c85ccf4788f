// Where documents are dropped or chosen, with the language and topic they get.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { Labelled } from '../ui/Labelled.tsx'
import { uploadDocuments } from './document-uploads.ts'
import { LOCALES, languageName } from './entries.ts'

const READABLE = '.pdf,.docx,.xlsx,.csv,.md,.markdown,.html,.htm,.txt'

const Choose = ({ take }: { take: (files: readonly File[]) => void }) => {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button type="primary" onClick={() => field.current?.click()}>
        {t('documents.choose')}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t('documents.choose')}
        accept={READABLE}
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

interface About {
  readonly locale: string
  readonly topic: string
}

const AboutFields = ({ about, change }: { about: About; change: (about: About) => void }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <div className="kb-pair">
      <Labelled label={t('knowledge.field.locale')}>
        <Select
          value={about.locale}
          options={LOCALES.map((value) => ({ value, label: languageName(value, language) }))}
          onChange={(locale) => change({ ...about, locale })}
        />
      </Labelled>
      <Labelled label={t('knowledge.topic')}>
        <Input
          maxLength={64}
          placeholder={t('knowledge.topicHint')}
          value={about.topic}
          onChange={(event) => change({ ...about, topic: event.target.value })}
        />
      </Labelled>
    </div>
  )
}

export const DropZone = ({ told }: { told: () => void }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [over, setOver] = useState(false)
  const [about, setAbout] = useState<About>({ locale: language, topic: '' })
  const take = (files: readonly File[]) => uploadDocuments(files, about, told)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same.
    <div
      className={over ? 'kb-drop over' : 'kb-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take([...event.dataTransfer.files])
      }}
    >
      <div className="kb-drop-main">
        <Choose take={take} />
        <span>
          {t('documents.drop')}
          <small className="kb-when">{t('documents.kinds')}</small>
        </span>
      </div>
      <AboutFields about={about} change={setAbout} />
    </div>
  )
}
