// The keys with which other programs call this server: what each may do, when it was last used, and revoking it.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { API_REFERENCE } from '../../app/place.ts'
import { queries, server } from '../../app/server.ts'
import { useTimes } from '../../app/times.ts'
import { act } from '../../ui/act.ts'
import { Blank, Failed, Loading } from '../../ui/Blank.tsx'
import { Heading } from '../Heading.tsx'
import { NewKey } from './NewKey.tsx'
import { wordKey } from './permission-groups.ts'

type Key = Awaited<ReturnType<typeof server.listKeys>>['keys'][number]

export const keysChanged = (): void => void queries.invalidateQueries({ queryKey: ['keys'] })

const Revoke = ({ apiKey }: { apiKey: Key }) => {
  const { t } = useTranslation()
  const revoke = async () => {
    const done = await act(
      () => server.revokeKey({ params: { keyId: apiKey.id } }),
      t('apiKeys.revoked', { name: apiKey.name }),
    )
    if (done !== null) keysChanged()
  }
  return (
    <Popconfirm
      title={t('apiKeys.revokeTitle', { name: apiKey.name })}
      description={<p className="confirm-text">{t('apiKeys.revokeText')}</p>}
      okText={t('apiKeys.revoke')}
      cancelText={t('do.cancel')}
      onConfirm={revoke}
    >
      <Button danger>{t('apiKeys.revoke')}</Button>
    </Popconfirm>
  )
}

const KeyLine = ({ apiKey }: { apiKey: Key }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { name, prefix, permissions, createdAt, lastUsedAt, expiresAt } = apiKey
  const over = expiresAt !== null && Date.parse(expiresAt) <= Date.now()
  return (
    <li className="key-line">
      <div className="grow">
        <p className="key-name">
          <b>{name}</b> <code>{prefix}…</code>
          {over && <span className="tag danger">{t('apiKeys.over')}</span>}
        </p>
        <p className="muted">
          {lastUsedAt === null ? t('apiKeys.neverUsed') : t('apiKeys.lastUsed', { when: times.full(lastUsedAt) })}
          {' · '}
          {t('apiKeys.madeAt', { when: times.full(createdAt) })}
          {expiresAt !== null && ` · ${t('apiKeys.expires', { when: times.full(expiresAt) })}`}
        </p>
        <ul className="may-list" aria-label={t('apiKeys.mayDo')}>
          {permissions.map((permission) => (
            <li key={permission}>{t(`apiKeys.may.${wordKey(permission)}`)}</li>
          ))}
        </ul>
      </div>
      <Revoke apiKey={apiKey} />
    </li>
  )
}

const KeysPage = () => {
  const { t } = useTranslation()
  const [making, setMaking] = useState(false)
  const query = useQuery({ queryKey: ['keys'], queryFn: ({ signal }) => server.listKeys({}, signal) })
  const add = !making && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('apiKeys.new')}
    </Button>
  )
  const lead = (
    <>
      {t('apiKeys.lead')}{' '}
      <a href={API_REFERENCE} target="_blank" rel="noreferrer">
        {t('page.api')}
      </a>
    </>
  )
  if (making) return <NewKey done={() => setMaking(false)} made={keysChanged} />
  return (
    <>
      <Heading title={t('settings.section.keys')} lead={lead} actions={add} />
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data?.keys.length === 0 && (
        <Blank icon="key" title={t('apiKeys.none')}>
          {t('apiKeys.noneText')}
        </Blank>
      )}
      <ul className="sheet">
        {query.data?.keys.map((key) => (
          <KeyLine key={key.id} apiKey={key} />
        ))}
      </ul>
    </>
  )
}
export default KeysPage
