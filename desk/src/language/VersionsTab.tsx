// Versions: train a new one, see what it is worth, compare, put into use, go back.
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { act } from '../ui/act.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Compare } from './Compare.tsx'
import { FiguresView } from './FiguresView.tsx'
import { type Model, percent, useModels, versionsChanged } from './lab.ts'
import { TrainBox } from './TrainBox.tsx'

const useName = () => {
  const { t } = useTranslation()
  return ({ version }: Pick<Model, 'version'>): string =>
    version === 0 ? t('language.builtInModel') : t('language.version', { version })
}

const Publish = ({ model, inUse }: { model: Model; inUse: number }) => {
  const { t } = useTranslation()
  const name = useName()(model)
  const back = model.version < inUse
  const publish = async () => {
    const params = { version: model.version }
    await act(() => server.publishModel({ params, body: {} }), t('language.published', { name }))
    versionsChanged()
  }
  return (
    <Popconfirm
      title={t(back ? 'language.backTitle' : 'language.publishTitle', { name })}
      description={t('language.publishText')}
      okText={t(back ? 'language.back' : 'language.publish')}
      cancelText={t('do.cancel')}
      onConfirm={() => void publish()}
    >
      <Button type={back ? 'default' : 'primary'}>{t(back ? 'language.back' : 'language.publish')}</Button>
    </Popconfirm>
  )
}

const Facts = ({ model }: { model: Model }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { figures, createdAt } = model
  return (
    <span className="muted lab-facts">
      {createdAt !== null && <span>{t('language.trainedAt', { when: times.full(createdAt) })}</span>}
      {figures !== null && (
        <>
          <span>{t('language.accuracyIs', { share: percent(figures.accuracy) })}</span>
          <span>{t('language.ofExamples', { examples: figures.examples, intents: figures.intents })}</span>
        </>
      )}
      {model.version === 0 && <span>{t('language.builtInText')}</span>}
    </span>
  )
}

type Open = 'figures' | 'compare' | null

const VersionLine = ({ model, inUse }: { model: Model; inUse: number }) => {
  const { t } = useTranslation()
  const name = useName()(model)
  const teaches = useMay('language.teach')
  const [open, setOpen] = useState<Open>(null)
  const toggle = (which: Open) => () => setOpen(open === which ? null : which)
  const used = model.version === inUse
  return (
    <li className="lab-version">
      <div className="lab-version-head">
        <span className="grow">
          <b>{name}</b> <span className={used ? 'tag good' : 'tag'}>{t(`language.status.${model.status}`)}</span>
          <Facts model={model} />
        </span>
        <span className="actions">
          {model.figures !== null && (
            <Button aria-expanded={open === 'figures'} onClick={toggle('figures')}>
              {t('language.figures')}
            </Button>
          )}
          {!used && (
            <Button aria-expanded={open === 'compare'} onClick={toggle('compare')}>
              {t('language.compare')}
            </Button>
          )}
          {!used && teaches && <Publish model={model} inUse={inUse} />}
        </span>
      </div>
      {open === 'figures' && model.figures !== null && <FiguresView figures={model.figures} />}
      {open === 'compare' && !used && <Compare left={inUse} right={model.version} />}
    </li>
  )
}

export const VersionsTab = () => {
  const teaches = useMay('language.teach')
  const query = useModels()
  const models = query.data?.models ?? []
  const inUse = models.find(({ status }) => status === 'published')?.version ?? 0
  return (
    <>
      {teaches && <TrainBox inUse={inUse} />}
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      <ul className="sheet">
        {models.map((model) => (
          <VersionLine key={model.version} model={model} inUse={inUse} />
        ))}
      </ul>
    </>
  )
}
